package vn.sen.lending.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdConfirmed;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdMatchUndone;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdMatched;
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
    assertThat(apart.state().countedAs(EARLIER.minusDays(1))).isNull();
    assertThat(apart.state().countedAs(EARLIER)).isEqualTo(OTHER);
    assertThat(apart.state().countedAs(TODAY)).isNull();
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

  @Nested
  class MatchedByTheRule {

    private static final LocalDate JOINED = LocalDate.of(2020, 3, 8);

    private BorrowingHousehold matched() {
      return opened().matched(OTHER, JOINED, TODAY).state();
    }

    @Test
    void is_the_members_household_from_the_day_she_joined() {
      // when
      var matched = opened().matched(OTHER, JOINED, TODAY);

      // then
      assertThat(matched.events())
          .isEqualTo(List.of(new HouseholdMatched(OTHER, null, JOINED, TODAY)));
      assertThat(matched.state().status()).isEqualTo(Status.CONFIRMED);
      assertThat(matched.state().knownHouseholdId()).isEqualTo(OTHER);
      assertThat(matched.state().matched(OTHER, JOINED, TODAY).events()).isEmpty();
      assertThat(opened().leaveUnknown(TODAY).state().matched(OTHER, JOINED, TODAY).events())
          .hasSize(1);
    }

    @Test
    void follows_her_to_another_household_and_counts_by_itself_again() {
      // given one that counts as another borrower of the same household
      var merged = matched().countsAs(UUID.randomUUID(), JOINED, TODAY).state();
      var next = UUID.randomUUID();

      // when
      var moved = merged.matched(next, JOINED, TODAY);

      // then
      assertThat(moved.events())
          .isEqualTo(
              List.of(
                  new HouseholdUnmerged(TODAY, TODAY),
                  new HouseholdMatched(next, OTHER, TODAY, TODAY)));
      assertThat(moved.state().countsAs()).isNull();
      assertThat(moved.state().status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void is_undone_by_an_officer_for_good() {
      // given
      var into = UUID.randomUUID();
      var merged = matched().countsAs(into, JOINED, TODAY).state();

      // when
      var undone = merged.undoMatch(TODAY, TODAY);

      // then
      assertThat(undone.events())
          .isEqualTo(
              List.of(
                  new HouseholdUnmerged(TODAY, TODAY),
                  new HouseholdMatchUndone(OTHER, TODAY, TODAY)));
      assertThat(undone.state().status()).isEqualTo(Status.PROVISIONAL);
      assertThat(undone.state().knownHouseholdId()).isNull();
      assertThat(undone.state().matched(OTHER, JOINED, TODAY).events()).isEmpty();
      assertThat(undone.state().countsAs(into, JOINED, TODAY).events()).isEmpty();
      assertThatThrownBy(() -> undone.state().undoMatch(TODAY, TODAY))
          .isInstanceOf(HouseholdRules.NotMatched.class);
      assertThatThrownBy(() -> merged.undoMatch(JOINED.minusDays(1), TODAY))
          .isInstanceOf(HouseholdRules.BeforeTheMerge.class);
    }

    @Test
    void is_undone_before_an_officer_says_otherwise() {
      assertThatThrownBy(() -> matched().confirm(UUID.randomUUID(), TODAY))
          .isInstanceOf(HouseholdRules.MatchStands.class);
      assertThatThrownBy(() -> matched().confirm(null, TODAY))
          .isInstanceOf(HouseholdRules.MatchStands.class);
      assertThatThrownBy(() -> matched().leaveUnknown(TODAY))
          .isInstanceOf(HouseholdRules.MatchStands.class);
      assertThat(matched().confirm(OTHER, TODAY).state().match()).isNull();
    }

    @Test
    void is_withdrawn_from_its_first_day_on_and_open_to_another_one() {
      // given one that counts as another borrower of the same household
      var merged = matched().countsAs(UUID.randomUUID(), EARLIER, TODAY).state();

      // when
      var withdrawn = merged.matchWithdrawn(TODAY);

      // then
      assertThat(withdrawn.events())
          .isEqualTo(
              List.of(
                  new HouseholdUnmerged(EARLIER, TODAY),
                  new HouseholdMatchUndone(OTHER, EARLIER, TODAY)));
      assertThat(withdrawn.state().status()).isEqualTo(Status.PROVISIONAL);
      assertThat(withdrawn.state().countedAs(EARLIER)).isNull();
      assertThat(withdrawn.state().matchWithdrawn(TODAY).events()).isEmpty();
      assertThat(withdrawn.state().matched(OTHER, JOINED, TODAY).events()).hasSize(1);
    }

    @Test
    void never_overrules_an_officer() {
      var confirmed = opened().confirm(OTHER, TODAY).state();
      var merged = matched().merge(UUID.randomUUID(), EARLIER, TODAY).state();

      assertThat(confirmed.matched(UUID.randomUUID(), JOINED, TODAY).events()).isEmpty();
      assertThat(confirmed.countsAs(UUID.randomUUID(), JOINED, TODAY).events()).isEmpty();
      assertThat(merged.countsAs(null, JOINED, TODAY).events()).isEmpty();
      assertThat(merged.matched(UUID.randomUUID(), JOINED, TODAY).state().status())
          .isEqualTo(Status.MERGED);
    }
  }
}
