package vn.sen.lending.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.sen.lending.LendingService;

class TerritoryIT extends LendingService {

  private static final LocalDate SPLIT = LocalDate.of(2025, 1, 1);

  @Autowired Territory territory;

  @Test
  void a_divided_commune_may_lie_in_its_parts_and_nowhere_else() {
    // given
    var elsewhere = commune(freshCode());
    var unit = commune(freshCode());
    var parts = divided(unit, SPLIT);

    // then while nobody has said in which one
    assertThat(territory.mayHold(parts.one(), unit, List.of(), SPLIT)).isTrue();
    assertThat(territory.mayHold(parts.other(), unit, List.of(), SPLIT)).isTrue();
    assertThat(territory.mayHold(elsewhere, unit, List.of(), SPLIT)).isFalse();

    // and when somebody has
    assertThat(territory.mayHold(parts.one(), unit, List.of(parts.one()), SPLIT)).isTrue();
    assertThat(territory.mayHold(parts.other(), unit, List.of(parts.one()), SPLIT)).isFalse();
  }

  @Test
  void parts_that_are_divided_again_are_open_below_the_one_that_was_said() {
    // given
    var unit = commune(freshCode());
    var parts = divided(unit, SPLIT);
    var later = SPLIT.plusYears(1);
    var again = divided(parts.one(), later);

    // then
    assertThat(territory.mayHold(again.other(), unit, List.of(), later)).isTrue();
    assertThat(territory.mayHold(parts.other(), unit, List.of(), later)).isTrue();
    assertThat(territory.mayHold(again.one(), unit, List.of(parts.one()), later)).isTrue();
    assertThat(territory.mayHold(parts.other(), unit, List.of(parts.one()), later)).isFalse();
  }

  @Test
  void nobody_can_say_where_a_unit_lies_that_is_not_on_the_map() {
    var anywhere = commune(freshCode());

    assertThat(territory.mayHold(anywhere, UUID.randomUUID(), List.of(), SPLIT)).isTrue();
  }
}
