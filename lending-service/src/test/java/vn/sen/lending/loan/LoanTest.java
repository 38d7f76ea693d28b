package vn.sen.lending.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sen.lending.loan.LoanMother.FREEZING;
import static vn.sen.lending.loan.LoanMother.HOUSEHOLD;
import static vn.sen.lending.loan.LoanMother.LENT;
import static vn.sen.lending.loan.LoanMother.PRINCIPAL;
import static vn.sen.lending.loan.LoanMother.TODAY;
import static vn.sen.lending.loan.LoanMother.UNIT;
import static vn.sen.lending.loan.LoanMother.after;
import static vn.sen.lending.loan.LoanMother.contract;
import static vn.sen.lending.loan.LoanMother.day;
import static vn.sen.lending.loan.LoanMother.disbursed;
import static vn.sen.lending.loan.LoanMother.opened;
import static vn.sen.lending.loan.LoanMother.place;
import static vn.sen.lending.loan.LoanMother.posted;
import static vn.sen.lending.loan.LoanMother.repaid;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.org.Split;
import vn.sen.events.lending.LoanChange;
import vn.sen.events.lending.LoanEvent;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.events.lending.LoanPlace;
import vn.sen.events.lending.LoanReview;
import vn.sen.events.membership.Approval;

class LoanTest {

  private static LoanEvent event(Loan loan, LoanUpdate update) {
    var events = loan.take(update, FREEZING, TODAY).events();
    assertThat(events).hasSize(1);
    return (LoanEvent) events.getFirst();
  }

  private static void refuses(Loan loan, LoanUpdate update, Class<?> rule) {
    assertThatThrownBy(() -> loan.take(update, FREEZING, TODAY)).isExactlyInstanceOf(rule);
  }

  private static LoanChange change(LocalDate date, LoanMeasure measure, long delta) {
    return new LoanChange(date, place(), measure, delta);
  }

  @Test
  void begins_with_its_disbursement() {
    var decision = Loan.open(contract(), disbursed(), null, List.of(), FREEZING, TODAY);

    assertThat(decision.events())
        .isEqualTo(
            List.of(
                new LoanEvent.LoanOpened(
                    place(),
                    PRINCIPAL,
                    LENT,
                    660,
                    null,
                    LENT,
                    List.of(
                        change(LENT, LoanMeasure.IN_TERM, PRINCIPAL),
                        change(LENT, LoanMeasure.DISBURSED, PRINCIPAL)))));
    assertThat(decision.state().on(LENT.minusDays(1), FREEZING))
        .isInstanceOf(Standing.Agreed.class);
  }

  @Test
  void a_repayment_pays_what_is_overdue_first() {
    // given
    var loan = after(posted("R1", day(3, 1), new Act.MovedToOverdue(10_000_000)));

    // when
    var event = event(loan, repaid("R2", day(4, 1), 12_000_000));

    // then
    assertThat(event.changes())
        .containsExactly(
            change(day(4, 1), LoanMeasure.IN_TERM, -2_000_000),
            change(day(4, 1), LoanMeasure.OVERDUE, -10_000_000),
            change(day(4, 1), LoanMeasure.REPAID, 12_000_000));
  }

  @Test
  void a_late_update_takes_its_place_and_corrects_every_date_it_touches() {
    // given all that is owed moved to overdue in May
    var loan = after(posted("R1", day(5, 2), new Act.MovedToOverdue(30_000_000)));

    // when a repayment of April arrives afterwards
    var late = repaid("R2", day(4, 20), 5_000_000);
    var event = event(loan, late);
    var corrected = loan.take(late, FREEZING, TODAY).state();

    // then April is corrected, and May moves what it moved
    assertThat(event.changes())
        .containsExactly(
            change(day(4, 20), LoanMeasure.IN_TERM, -5_000_000),
            change(day(4, 20), LoanMeasure.REPAID, 5_000_000));
    assertThat(corrected.on(day(4, 30), FREEZING).balances())
        .isEqualTo(new Balances(45_000_000, 0, 0, 0));
    assertThat(corrected.on(TODAY, FREEZING).balances())
        .isEqualTo(new Balances(15_000_000, 30_000_000, 0, 0));
  }

  @Test
  void a_late_update_after_which_a_later_one_would_not_fit_is_refused() {
    var loan = after(repaid("R1", day(6, 1), 48_000_000));

    refuses(loan, repaid("R2", day(5, 1), 3_000_000), LoanRules.LaterHistoryForbids.class);
  }

  @Test
  void a_further_part_of_the_same_day_and_amount_is_not_the_one_it_began_with() {
    // given
    var loan = after(posted("R1", LENT, new Act.Disbursed(PRINCIPAL)));

    // when
    var second = loan.take(corrected("R2", "R1"), FREEZING, TODAY).state();
    var first = loan.take(corrected("R2", "R0"), FREEZING, TODAY).state();

    // then
    assertThat(second.contract().principal()).isEqualTo(PRINCIPAL);
    assertThat(first.contract().principal()).isEqualTo(6_000_000);
  }

  private static LoanUpdate corrected(String reference, String corrects) {
    return new LoanUpdate.Corrected(reference, corrects, 6_000_000L, LENT);
  }

  @Test
  void what_is_told_twice_counts_once() {
    var loan = after(repaid("R1", day(5, 1), 1_000_000));

    assertThat(loan.take(repaid("R1", day(5, 1), 1_000_000), FREEZING, TODAY).events()).isEmpty();
    refuses(loan, repaid("R1", day(5, 1), 2_000_000), LoanRules.ReferenceUsed.class);
  }

  @Test
  void two_updates_of_a_day_stand_in_the_order_of_their_sequence() {
    var second =
        new LoanUpdate.Posted(
            new Posting("R2", day(5, 1), 2, TODAY, new Act.ReturnedToTerm(1_000_000)));
    var first =
        new LoanUpdate.Posted(
            new Posting("R1", day(5, 1), 1, TODAY, new Act.MovedToOverdue(1_000_000)));

    refuses(opened(), second, LoanRules.MoreThanOverdue.class);
    assertThat(after(first, second).on(TODAY, FREEZING).balances())
        .isEqualTo(new Balances(PRINCIPAL, 0, 0, 0));
  }

  @Nested
  class Refuses {

    @Test
    void more_than_is_owed() {
      refuses(opened(), repaid("R1", day(2, 1), PRINCIPAL + 1), LoanRules.MoreThanOwed.class);
    }

    @Test
    void more_than_is_in_term_or_overdue() {
      refuses(
          opened(),
          posted("R1", day(2, 1), new Act.MovedToOverdue(PRINCIPAL + 1)),
          LoanRules.MoreThanInTerm.class);
      refuses(
          opened(),
          posted("R1", day(2, 1), new Act.ReturnedToTerm(1)),
          LoanRules.MoreThanOverdue.class);
    }

    @Test
    void a_day_before_the_disbursement_or_in_the_future() {
      refuses(opened(), repaid("R1", LENT.minusDays(1), 1), LoanRules.BeforeDisbursement.class);
      refuses(opened(), repaid("R1", TODAY.plusDays(1), 1), LoanRules.InTheFuture.class);
    }

    @Test
    void thawing_what_is_not_frozen() {
      refuses(opened(), posted("R1", day(2, 1), new Act.Thawed()), LoanRules.NotFrozen.class);
    }

    @Test
    void freezing_for_longer_than_any_loss_allows_or_nothing_at_all() {
      refuses(
          opened(),
          posted("R1", day(2, 1), new Act.Frozen(LocalDate.of(2028, 2, 2))),
          LoanRules.FreezingTooLong.class);
      refuses(
          after(repaid("R1", day(2, 1), PRINCIPAL)),
          posted("R2", day(3, 1), new Act.Frozen(day(12, 1))),
          LoanRules.NothingToFreeze.class);
    }

    @Test
    void anything_on_a_loan_that_has_ended() {
      var settled = after(posted("R1", day(6, 1), new Act.Settled()));
      var gone = after(posted("R1", day(6, 1), new Act.WrittenOff()));

      refuses(settled, repaid("R2", day(7, 1), 1), LoanRules.LoanSettled.class);
      refuses(gone, repaid("R2", day(7, 1), 1), LoanRules.LoanWrittenOff.class);
    }

    @Test
    void an_extension_that_does_not_extend() {
      refuses(
          opened(),
          posted("R1", day(2, 1), new Act.Extended(LoanMother.DUE)),
          LoanRules.NotLater.class);
    }
  }

  @Test
  void freezing_stops_all_that_is_owed_and_thawing_puts_it_in_term() {
    var frozen =
        after(
            posted("R1", day(3, 1), new Act.MovedToOverdue(10_000_000)),
            posted("R2", day(4, 1), new Act.Frozen(LocalDate.of(2026, 4, 1))));
    assertThat(frozen.on(TODAY, FREEZING).balances()).isEqualTo(new Balances(0, 0, PRINCIPAL, 0));

    var event = event(frozen, posted("R3", day(5, 1), new Act.Thawed()));
    assertThat(event.changes())
        .containsExactly(
            change(day(5, 1), LoanMeasure.IN_TERM, PRINCIPAL),
            change(day(5, 1), LoanMeasure.FROZEN, -PRINCIPAL));
  }

  @Test
  void settling_pays_the_rest_and_writing_off_gives_it_up() {
    assertThat(event(opened(), posted("R1", day(6, 1), new Act.Settled())).changes())
        .contains(change(day(6, 1), LoanMeasure.REPAID, PRINCIPAL));
    assertThat(event(opened(), posted("R1", day(6, 1), new Act.WrittenOff())).changes())
        .contains(change(day(6, 1), LoanMeasure.WRITTEN_OFF, PRINCIPAL));
  }

  @Test
  void an_heir_takes_the_balances_to_her_own_household() {
    var heir = UUID.randomUUID();
    var event = event(opened(), posted("R1", day(6, 1), new Act.BorrowerReplaced(heir)));

    assertThat(event.changes())
        .extracting(c -> c.place().householdId(), LoanChange::delta)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(HOUSEHOLD, -PRINCIPAL),
            org.assertj.core.groups.Tuple.tuple(heir, PRINCIPAL));
  }

  @Test
  void a_correction_moves_amount_and_day() {
    var loan = after(repaid("R1", day(5, 1), 1_000_000));

    var event = event(loan, new LoanUpdate.Corrected("R2", "R1", 4_000_000L, day(5, 3)));

    assertThat(event.changes())
        .containsExactly(
            change(day(5, 1), LoanMeasure.IN_TERM, 1_000_000),
            change(day(5, 1), LoanMeasure.REPAID, -1_000_000),
            change(day(5, 3), LoanMeasure.IN_TERM, -4_000_000),
            change(day(5, 3), LoanMeasure.REPAID, 4_000_000));
  }

  @Nested
  class The_first_disbursement {

    @Test
    void can_be_of_another_amount_and_day() {
      // given
      var loan = after(repaid("R1", day(5, 1), 1_000_000));

      // when
      var correction = new LoanUpdate.Corrected("R2", "R0", 10_000_000L, day(1, 12));
      var event = event(loan, correction);
      var corrected = loan.take(correction, FREEZING, TODAY).state();

      // then
      assertThat(event.changes())
          .containsExactly(
              change(LENT, LoanMeasure.IN_TERM, -PRINCIPAL),
              change(LENT, LoanMeasure.DISBURSED, -PRINCIPAL),
              change(day(1, 12), LoanMeasure.IN_TERM, 10_000_000),
              change(day(1, 12), LoanMeasure.DISBURSED, 10_000_000));
      assertThat(corrected.contract()).isEqualTo(contract().disbursed(10_000_000, day(1, 12)));
      assertThat(corrected.on(TODAY, FREEZING).balances().inTerm()).isEqualTo(9_000_000);

      // and once more
      var again = new LoanUpdate.Corrected("R3", "R0", 20_000_000L, LENT);
      assertThat(corrected.take(again, FREEZING, TODAY).state().contract())
          .isEqualTo(contract().disbursed(20_000_000, LENT));
    }

    @Test
    void stays_in_front_of_what_happened_on_its_day() {
      var loan = after(repaid("R1", LENT, 1_000_000), repaid("R2", day(1, 12), 2_000_000));

      var less = loan.take(new LoanUpdate.Corrected("R3", "R0", 9_000_000L, LENT), FREEZING, TODAY);
      assertThat(less.state().on(TODAY, FREEZING).balances().inTerm()).isEqualTo(6_000_000);

      var reversed = loan.take(new LoanUpdate.Reversed("R3", "R1", LENT), FREEZING, TODAY).state();
      var later = new LoanUpdate.Corrected("R4", "R0", null, day(1, 12));
      assertThat(reversed.take(later, FREEZING, TODAY).state().on(TODAY, FREEZING).balances())
          .isEqualTo(new Balances(48_000_000, 0, 0, 0));
    }

    @Test
    void cannot_become_what_the_rest_does_not_fit() {
      var loan = after(repaid("R1", day(5, 1), 20_000_000));

      refuses(
          loan,
          new LoanUpdate.Corrected("R2", "R0", 10_000_000L, LENT),
          LoanRules.LaterHistoryForbids.class);
      refuses(
          loan,
          new LoanUpdate.Corrected("R2", "R0", null, day(5, 2)),
          LoanRules.LaterHistoryForbids.class);
      var dueOnDayLent =
          new LoanPlace(
              place().bankId(), place().programmeId(), UNIT, List.of(), null, HOUSEHOLD, LENT);
      var shortTerm = new Contract("6600-18", "C-1", dueOnDayLent, PRINCIPAL, LENT, 660, null);
      refuses(
          Loan.open(shortTerm, disbursed(), null, List.of(), FREEZING, TODAY).state(),
          new LoanUpdate.Corrected("R2", "R0", null, day(1, 11)),
          LoanRules.DueBeforeDisbursement.class);
    }

    @Test
    void is_another_one_than_a_further_part_or_what_was_taken_over() {
      var loan = after(posted("R1", day(2, 1), new Act.Disbursed(5_000_000)));
      var corrected =
          loan.take(new LoanUpdate.Corrected("R2", "R1", 6_000_000L, day(2, 1)), FREEZING, TODAY);
      assertThat(corrected.state().contract()).isEqualTo(contract());

      var owed = new Act.TakenOver(new Balances(PRINCIPAL, 0, 0, 0));
      var first = new LoanUpdate.Posted(new Posting(null, day(1, 31), 0, TODAY, owed));
      refuses(
          Loan.open(contract(), first, null, List.of(), FREEZING, TODAY).state(),
          new LoanUpdate.Corrected("R2", "R0", 1L, LENT),
          LoanRules.ReferenceUnknown.class);
    }
  }

  @Test
  void a_reversal_takes_back_what_never_happened_but_not_the_beginning() {
    var settled = after(posted("R1", day(6, 1), new Act.Settled()));

    var running = settled.take(new LoanUpdate.Reversed("R2", "R1", day(6, 5)), FREEZING, TODAY);
    assertThat(running.state().on(TODAY, FREEZING).balances().inTerm()).isEqualTo(PRINCIPAL);

    refuses(
        settled, new LoanUpdate.Reversed("R3", "R0", day(6, 5)), LoanRules.BeginningOfLoan.class);
    refuses(
        settled,
        new LoanUpdate.Reversed("R3", "no such", day(6, 5)),
        LoanRules.ReferenceUnknown.class);
  }

  @Test
  void a_statement_has_the_last_word_on_its_day_and_opens_what_was_closed() {
    // given
    var settled = after(posted("R1", day(6, 1), new Act.Settled()));
    var statement = UUID.randomUUID();
    var approval = new Approval("author", "approver");
    var stated = new Balances(2_000_000, 0, 0, 30_000);

    // when
    var decision = settled.restate(statement, approval, stated, day(10, 30), FREEZING, TODAY);

    // then
    assertThat(decision.events())
        .isEqualTo(
            List.of(
                new LoanEvent.LoanRestated(
                    statement,
                    approval,
                    day(10, 30),
                    List.of(
                        change(day(10, 30), LoanMeasure.IN_TERM, 2_000_000),
                        change(day(10, 30), LoanMeasure.INTEREST_ARREARS, 30_000),
                        change(day(10, 30), LoanMeasure.RESTATED, 2_000_000)))));
    assertThat(
            decision
                .state()
                .restate(statement, approval, stated, day(10, 30), FREEZING, TODAY)
                .events())
        .isEmpty();
  }

  @Test
  void a_split_gives_the_loan_to_one_successor_on_past_days_too() {
    // given
    var loan = after(repaid("R1", day(5, 1), 1_000_000));
    var one = UUID.randomUUID();
    var other = UUID.randomUUID();
    var splits = List.of(new Split(UUID.randomUUID(), TODAY, UNIT, Set.of(one, other)));

    // when
    var assigned = loan.assign(one, splits, FREEZING, TODAY);

    // then everything goes from the unit as such to the unit by way of the successor
    assertThat(assigned.events()).hasSize(1);
    var event = (LoanEvent.LoanAssigned) assigned.events().getFirst();
    assertThat(event.unitId()).isEqualTo(UNIT);
    assertThat(event.changes())
        .extracting(c -> c.place().via())
        .containsOnly(List.of(), List.of(one));
    assertThat(event.changes().stream().mapToLong(LoanChange::delta).sum()).isZero();
    assertThat(event.changes())
        .contains(
            new LoanChange(LENT, place(), LoanMeasure.IN_TERM, -PRINCIPAL),
            new LoanChange(day(5, 1), place(), LoanMeasure.IN_TERM, 1_000_000));
    // and said twice, nothing
    assertThat(assigned.state().assign(one, splits, FREEZING, TODAY).events()).isEmpty();
    // and said otherwise, the last word
    var corrected = assigned.state().assign(other, splits, FREEZING, TODAY).state();
    assertThat(corrected.place(FREEZING).via()).containsExactly(other);
  }

  @Test
  void a_loan_follows_nobody_where_its_unit_was_not_split() {
    var successor = UUID.randomUUID();

    assertThatThrownBy(() -> opened().assign(successor, List.of(), FREEZING, TODAY))
        .isInstanceOf(LoanRules.NotASuccessor.class);
  }

  @Test
  void a_review_is_asked_once_for_a_reason() {
    var asked = opened().askReview(LoanReview.MEMBER_DIED, day(7, 1));

    assertThat(asked.events())
        .isEqualTo(List.of(new LoanEvent.ReviewAsked(LoanReview.MEMBER_DIED, day(7, 1))));
    assertThat(asked.state().askReview(LoanReview.MEMBER_DIED, day(7, 1)).events()).isEmpty();

    // and what happened before the loan is no news of it
    assertThat(opened().askReview(LoanReview.MEMBER_DIED, LocalDate.of(2000, 1, 1)).events())
        .isEmpty();

    // and what somebody has looked at is not asked again, but something else of that kind is
    var looked = asked.state().reviewed(day(7, 9)).state();
    assertThat(looked.openReviews()).isEmpty();
    assertThat(looked.reviewed(day(7, 9)).events()).isEmpty();
    assertThat(looked.askReview(LoanReview.MEMBER_DIED, day(7, 1)).events()).isEmpty();
    assertThat(looked.askReview(LoanReview.MEMBER_DIED, day(7, 2)).state().openReviews())
        .hasSize(1);
  }
}
