package vn.sen.chassis.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.WomenDefinition;

class WomenCountsTest {

  private static final LocalDate Y2022 = LocalDate.parse("2022-12-31");
  private static final LocalDate Y2023 = LocalDate.parse("2023-12-31");
  private static final LocalDate REDRAWN = LocalDate.parse("2024-11-01");
  private static final LocalDate Y2024 = LocalDate.parse("2024-12-31");

  private final OrgMother org = new OrgMother();
  private final UUID province = org.province("54");
  private final UUID district = org.district("555", province);
  private final UUID ward8 = org.commune("22018", district);
  private final UUID ward2 = org.commune("22021", district);
  private final UUID ward9 = org.commune("22024", district);

  @Test
  void the_latest_number_at_or_before_the_date_counts() {
    // given
    org.women(ward8, 900, Y2022);
    org.women(ward8, 1_000, Y2023);

    // then
    assertThat(count(ward8, Y2023, Y2023).count()).hasValue(1_000);
    assertThat(count(ward8, Y2023.minusDays(1), Y2023).count()).hasValue(900);
    assertThat(count(ward8, Y2022.minusDays(1), Y2023).missing()).containsExactly(ward8);
  }

  @Test
  void a_number_stated_again_for_the_same_date_replaces_the_former() {
    // given
    org.women(ward8, 900, Y2022);
    org.women(ward8, 901, Y2022);

    // then
    assertThat(count(ward8, Y2023, Y2023).count()).hasValue(901);
  }

  @Test
  void another_definition_is_another_number() {
    // given
    org.women(ward8, 900, Y2022);

    // then
    assertThat(org.map().womenOn(ward8, WomenDefinition.WOMEN_PRESENT, Y2023, Y2023).count())
        .isEmpty();
  }

  @Test
  void after_full_merges_the_parts_add_up_dated_by_the_oldest() {
    // given
    org.women(ward8, 900, Y2022);
    org.women(ward2, 1_100, Y2023);
    var merged = merge();

    // then
    var count = count(merged, Y2024, REDRAWN);
    assertThat(count.count()).hasValue(2_000);
    assertThat(count.asOf()).isEqualTo(Y2022);
    assertThat(count.parts()).extracting(WomenCount.Stated::unit).containsExactly(ward8, ward2);
    assertThat(count.sources()).containsExactly("Thống kê 2022-12-31", "Thống kê 2023-12-31");
  }

  @Test
  void a_number_stated_for_the_successor_wins_from_its_date_on() {
    // given
    org.women(ward8, 900, Y2022);
    org.women(ward2, 1_100, Y2022);
    var merged = merge();
    org.women(merged, 2_100, Y2024);

    // then
    assertThat(count(merged, Y2024, REDRAWN).count()).hasValue(2_100);
    assertThat(count(merged, Y2023, REDRAWN).count()).hasValue(2_000);
  }

  @Test
  void a_merge_has_no_number_while_a_part_has_none() {
    // given
    org.women(ward8, 900, Y2022);
    var merged = merge();

    // then
    assertThat(count(merged, Y2024, REDRAWN).count()).isEmpty();
    assertThat(count(merged, Y2024, REDRAWN).missing()).containsExactly(merged);
  }

  @Test
  void a_split_moves_no_number() {
    // given
    org.women(ward8, 900, Y2023);
    org.women(ward9, 700, Y2023);
    var redrawing = org.redrawing(REDRAWN);
    var part = redrawing.merge("22018", UnitLevel.COMMUNE, district, ward8);
    var rest = redrawing.create("22024", UnitLevel.COMMUNE, district);
    redrawing.split(ward9, part, rest);
    redrawing.done();

    // then
    assertThat(count(part, Y2024, REDRAWN).count()).isEmpty();
    assertThat(count(rest, Y2024, REDRAWN).missing()).containsExactly(rest);

    // and the past keeps its own
    assertThat(count(ward9, Y2024, Y2023).count()).hasValue(700);
  }

  @Test
  void upper_levels_add_up_their_communes_or_name_those_without_a_number() {
    // given
    org.women(ward8, 900, Y2023);
    org.women(ward2, 1_100, Y2023);

    // then
    assertThat(count(province, Y2023, Y2023).count()).isEmpty();
    assertThat(count(province, Y2023, Y2023).missing()).containsExactly(ward9);

    // when the last one is stated
    org.women(ward9, 700, Y2023);

    // then
    assertThat(count(district, Y2023, Y2023).count()).hasValue(2_700);
    assertThat(count(province, Y2023, Y2023).count()).hasValue(2_700);
    assertThat(count(province, Y2023, Y2023).missing()).isEmpty();
  }

  @Test
  void a_number_stated_for_the_upper_unit_itself_wins_over_the_sum() {
    // given
    org.women(ward8, 900, Y2023);
    org.women(ward2, 1_100, Y2023);
    org.women(ward9, 700, Y2023);
    org.women(district, 2_650, Y2022);

    // then
    assertThat(count(district, Y2023, Y2023).count()).hasValue(2_650);
    assertThat(count(province, Y2023, Y2023).count()).hasValue(2_650);
  }

  @Test
  void non_territorial_units_and_branches_do_not_hide_the_sum() {
    // given
    var police = org.unit("CA", UnitLevel.COMMUNE, district, OrgMother.ALWAYS, false);
    org.branch("22018-1", ward8);
    org.women(ward8, 900, Y2023);
    org.women(ward2, 1_100, Y2023);
    org.women(ward9, 700, Y2023);

    // then
    assertThat(count(district, Y2023, Y2023).count()).hasValue(2_700);
    assertThat(count(police, Y2023, Y2023).missing()).containsExactly(police);
  }

  @Test
  void an_abolished_district_keeps_its_number_under_any_map() {
    // given
    org.women(ward8, 900, Y2023);
    org.women(ward2, 1_100, Y2023);
    org.women(ward9, 700, Y2023);
    org.close(district, REDRAWN);

    // then
    assertThat(count(district, Y2024, Y2024).count()).hasValue(2_700);
    assertThat(count(province, Y2024, Y2024).count()).hasValue(2_700);
  }

  private UUID merge() {
    var redrawing = org.redrawing(REDRAWN);
    var merged = redrawing.merge("22018", UnitLevel.COMMUNE, district, ward8, ward2);
    redrawing.done();
    return merged;
  }

  private WomenCount count(UUID unit, LocalDate date, LocalDate hierarchy) {
    return org.map().womenOn(unit, WomenDefinition.ALL_WOMEN, date, hierarchy);
  }
}
