package vn.sen.lending.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdConfirmed;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdMerged;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdUnmerged;
import vn.sen.lending.household.BorrowingHousehold.Status;

class BorrowingHouseholdTest {

  private static final LocalDate TODAY = LocalDate.of(2023, 11, 1);
  private static final LocalDate EARLIER = LocalDate.of(2023, 3, 1);
  private static final UUID OTHER = UUID.randomUUID();

  private static BorrowingHousehold opened() {
    return BorrowingHousehold.open(UUID.randomUUID(), "hash", "Nguyễn Thị Mô Phỏng", TODAY).state();
  }

  @Test
  void counts_as_another_one_from_a_day_on_until_another_day() {
    // when
    var merged = opened().merge(OTHER, EARLIER, TODAY);
    var apart = merged.state().unmerge(TODAY, TODAY);

    // then
    assertThat(merged.events()).isEqualTo(List.of(new HouseholdMerged(OTHER, EARLIER, TODAY)));
    assertThat(merged.state().countsAs()).isEqualTo(OTHER);
    assertThat(apart.events()).isEqualTo(List.of(new HouseholdUnmerged(TODAY, TODAY)));
    assertThat(apart.state().countsAs()).isNull();
    assertThat(apart.state().status()).isEqualTo(Status.PROVISIONAL);
  }

  @Test
  void is_confirmed_as_a_known_household_or_one_of_its_own() {
    assertThat(opened().confirm(OTHER, TODAY).events())
        .isEqualTo(List.of(new HouseholdConfirmed(OTHER, TODAY)));
    assertThat(opened().confirm(null, TODAY).state().status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void once_merged_nothing_is_said_of_it_but_that_it_is_not() {
    var merged = opened().merge(OTHER, EARLIER, TODAY).state();

    assertThatThrownBy(() -> merged.confirm(null, TODAY))
        .isInstanceOf(HouseholdRules.MergedAlready.class);
    assertThatThrownBy(() -> merged.merge(UUID.randomUUID(), EARLIER, TODAY))
        .isInstanceOf(HouseholdRules.MergedAlready.class);
    assertThatThrownBy(() -> merged.unmerge(EARLIER.minusDays(1), TODAY))
        .isInstanceOf(HouseholdRules.BeforeTheMerge.class);
    assertThatThrownBy(() -> opened().unmerge(TODAY, TODAY))
        .isInstanceOf(HouseholdRules.NotMerged.class);
  }

  @Test
  void left_unknown_it_stays_in_the_queue() {
    var unknown = opened().leaveUnknown(TODAY).state();

    assertThat(unknown.status()).isEqualTo(Status.UNKNOWN);
    assertThat(unknown.leaveUnknown(TODAY).events()).isEmpty();
  }
}
