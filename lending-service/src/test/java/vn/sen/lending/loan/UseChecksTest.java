package vn.sen.lending.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.sen.lending.loan.LoanMother.FREEZING;
import static vn.sen.lending.loan.LoanMother.LENT;
import static vn.sen.lending.loan.LoanMother.PRINCIPAL;
import static vn.sen.lending.loan.LoanMother.TODAY;
import static vn.sen.lending.loan.LoanMother.contract;
import static vn.sen.lending.loan.LoanMother.day;
import static vn.sen.lending.loan.LoanMother.disbursed;
import static vn.sen.lending.loan.LoanMother.place;
import static vn.sen.lending.loan.LoanMother.posted;
import static vn.sen.lending.loan.LoanMother.repaid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.lending.LoanChange;
import vn.sen.events.lending.LoanEvent;
import vn.sen.events.lending.LoanMeasure;

/** Checks within thirty days after each disbursement, and one every half year after that. */
class UseChecksTest {

  private static final List<CheckTerms> TERMS =
      List.of(new CheckTerms(LocalDate.of(2023, 1, 1), 30, 6));
  private static final LocalDate FIRST = LENT.plusDays(30);

  private final List<LoanChange> changes = new ArrayList<>();
  private Loan loan = took(Loan.open(contract(), disbursed(), null, TERMS, FREEZING, TODAY));

  private Loan took(Decision<Loan> decision) {
    decision.events().forEach(event -> changes.addAll(((LoanEvent) event).changes()));
    return decision.state();
  }

  private void take(LoanUpdate update) {
    loan = took(loan.take(update, FREEZING, TODAY));
  }

  private void visit(LocalDate on) {
    loan = took(loan.useChecked(on, true, FREEZING, TODAY));
  }

  private List<LocalDate> lastDays() {
    return loan.checksDue(FREEZING).stream().map(UseCheckDue::dueOn).toList();
  }

  /** What the changes of all events so far add up to at the end of a day. */
  private long sum(LoanMeasure measure, LocalDate day) {
    return changes.stream()
        .filter(change -> change.measure() == measure && !change.date().isAfter(day))
        .mapToLong(LoanChange::delta)
        .sum();
  }

  @Nested
  class AreDue {

    @Test
    void after_the_disbursement_and_then_again_until_the_loan_is_due() {
      assertThat(lastDays())
          .containsExactly(
              FIRST,
              FIRST.plusMonths(6),
              FIRST.plusMonths(12),
              FIRST.plusMonths(18),
              FIRST.plusMonths(24),
              FIRST.plusMonths(30));
    }

    @Test
    void after_each_further_disbursement() {
      take(posted("R1", day(4, 1), new Act.Disbursed(1_000_000)));

      assertThat(lastDays()).contains(day(5, 1)).hasSize(7);
    }

    @Test
    void under_the_terms_of_the_day_of_disbursement() {
      // given terms that ask for a check within ten days from April on, and none from June on
      var terms =
          List.of(
              TERMS.getFirst(),
              new CheckTerms(day(4, 1), 10, null),
              new CheckTerms(day(6, 1), null, null));
      loan = took(loan.underCheckTerms(terms, FREEZING, TODAY));

      // when more is paid out
      take(posted("R1", day(4, 2), new Act.Disbursed(1_000_000)));
      take(posted("R2", day(6, 2), new Act.Disbursed(1_000_000)));

      // then
      assertThat(lastDays()).contains(FIRST, day(4, 12)).hasSize(7);
    }

    @Test
    void no_more_when_nothing_is_owed() {
      take(repaid("R1", day(5, 1), PRINCIPAL));

      assertThat(lastDays()).containsExactly(FIRST);
      assertThat(sum(LoanMeasure.CHECKS_DUE, LocalDate.MAX)).isEqualTo(1);
    }

    @Test
    void of_a_loan_that_was_taken_over_only_from_then_on() {
      // given balances of a day behind the first check
      var taken =
          posted("R0", FIRST.plusDays(1), new Act.TakenOver(new Balances(PRINCIPAL, 0, 0, 0)));
      loan = Loan.open(contract(), taken, null, TERMS, FREEZING, TODAY).state();

      assertThat(lastDays()).startsWith(FIRST.plusMonths(6)).hasSize(5);
    }

    @Test
    void not_at_all_where_nothing_is_agreed() {
      assertThat(LoanMother.opened().checksDue(FREEZING)).isEmpty();
    }
  }

  @Nested
  class AreDone {

    @Test
    void in_time_up_to_the_last_day() {
      visit(FIRST);

      assertThat(sum(LoanMeasure.CHECKS_IN_TIME, FIRST)).isEqualTo(1);
      assertThat(sum(LoanMeasure.CHECKS_LATE, FIRST)).isZero();
      var check = loan.checksDue(FREEZING).getFirst();
      assertThat(check.on(FIRST)).isEqualTo(UseCheckDue.State.DONE_IN_TIME);
      assertThat(check.lateDays(FIRST)).isZero();
    }

    @Test
    void late_after_it() {
      // given nobody came in time
      assertThat(sum(LoanMeasure.CHECKS_LATE, FIRST)).isEqualTo(1);
      var open = loan.checksDue(FREEZING).getFirst();
      assertThat(open.on(FIRST)).isEqualTo(UseCheckDue.State.TO_DO);
      assertThat(open.lateDays(FIRST.plusDays(12))).isEqualTo(12);

      // when
      visit(FIRST.plusDays(20));

      // then what held on the days between stays so
      assertThat(sum(LoanMeasure.CHECKS_LATE, FIRST.plusDays(19))).isEqualTo(1);
      assertThat(sum(LoanMeasure.CHECKS_LATE, FIRST.plusDays(20))).isZero();
      assertThat(sum(LoanMeasure.CHECKS_DONE_LATE, FIRST.plusDays(20))).isEqualTo(1);
      var done = loan.checksDue(FREEZING).getFirst();
      assertThat(done.on(FIRST.plusDays(12))).isEqualTo(UseCheckDue.State.LATE);
      assertThat(done.on(TODAY)).isEqualTo(UseCheckDue.State.DONE_LATE);
      assertThat(done.lateDays(TODAY)).isEqualTo(20);
    }

    @Test
    void in_time_after_all_where_the_visit_is_entered_late() {
      visit(FIRST.plusDays(20));

      visit(FIRST.minusDays(3));

      assertThat(sum(LoanMeasure.CHECKS_LATE, FIRST)).isZero();
      assertThat(sum(LoanMeasure.CHECKS_DONE_LATE, TODAY)).isZero();
      // and the later visit counts for the next check
      assertThat(loan.checksDue(FREEZING))
          .extracting(UseCheckDue::doneOn)
          .startsWith(FIRST.minusDays(3), FIRST.plusDays(20), null);
    }

    @Test
    void by_one_visit_for_all_that_are_open() {
      take(posted("R1", LENT.plusDays(5), new Act.Disbursed(1_000_000)));

      visit(LENT.plusDays(20));

      assertThat(loan.checksDue(FREEZING))
          .extracting(UseCheckDue::dueOn, UseCheckDue::doneOn)
          .startsWith(tuple(FIRST, LENT.plusDays(20)), tuple(FIRST.plusDays(5), LENT.plusDays(20)));
      assertThat(loan.nextCheck(FREEZING)).contains(FIRST.plusMonths(6));
    }

    @Test
    void never_where_nothing_is_owed_any_more() {
      take(repaid("R1", day(5, 1), PRINCIPAL));

      assertThat(sum(LoanMeasure.CHECKS_LATE, day(4, 30))).isEqualTo(1);
      assertThat(sum(LoanMeasure.CHECKS_LATE, day(5, 1))).isZero();
      assertThat(sum(LoanMeasure.CHECKS_LAPSED, day(5, 1))).isEqualTo(1);
      assertThat(loan.nextCheck(FREEZING)).isEmpty();
    }
  }

  @Test
  void a_late_check_goes_with_the_loan() {
    // given
    var elsewhere = UUID.randomUUID();

    // when
    take(posted("R1", day(3, 1), new Act.Regrouped(null, elsewhere)));

    // then
    var late = changes.stream().filter(c -> c.measure() == LoanMeasure.CHECKS_LATE).toList();
    assertThat(late)
        .extracting(LoanChange::date, c -> c.place().unitId(), LoanChange::delta)
        .contains(
            tuple(FIRST, place().unitId(), 1L),
            tuple(day(3, 1), place().unitId(), -1L),
            tuple(day(3, 1), elsewhere, 1L));
  }

  @Test
  void terms_that_come_later_are_counted_for_every_date() {
    // given a loan of before anything was agreed
    changes.clear();
    loan = LoanMother.opened();

    // when
    loan = took(loan.underCheckTerms(TERMS, FREEZING, TODAY));

    // then
    assertThat(sum(LoanMeasure.CHECKS_LATE, FIRST)).isEqualTo(1);
    assertThat(loan.underCheckTerms(TERMS, FREEZING, TODAY).events()).isEmpty();
    loan = took(loan.underCheckTerms(List.of(), FREEZING, TODAY));
    assertThat(sum(LoanMeasure.CHECKS_DUE, LocalDate.MAX)).isZero();
  }

  /** Something that happens on some day of 2023. */
  record Happens(int day, int what) {}

  @Provide
  Arbitrary<List<Happens>> history() {
    return Arbitraries.integers()
        .between(0, 350)
        .flatMap(day -> Arbitraries.integers().between(0, 4).map(what -> new Happens(day, what)))
        .list()
        .ofMaxSize(12);
  }

  @Property(tries = 200)
  void whatever_happens_the_events_add_up_to_how_the_checks_stand(
      @ForAll("history") List<Happens> history) {
    changes.clear();
    loan = took(Loan.open(contract(), disbursed(), null, TERMS, FREEZING, TODAY));
    int number = 1;
    for (var one : history) {
      try {
        happen(one, number++);
      } catch (RuleViolation refused) {
        assertThat(refused.rule()).isNotBlank();
      }
    }

    for (int at = 0; at <= 360; at += 15) {
      var day = LENT.plusDays(at);
      var states = states(day);
      assertThat(sum(LoanMeasure.CHECKS_DUE, day))
          .isEqualTo(states.values().stream().mapToLong(n -> n).sum());
      assertThat(sum(LoanMeasure.CHECKS_LATE, day))
          .isEqualTo(
              sum(LoanMeasure.CHECKS_DUE, day)
                  - sum(LoanMeasure.CHECKS_IN_TIME, day)
                  - sum(LoanMeasure.CHECKS_DONE_LATE, day)
                  - sum(LoanMeasure.CHECKS_LAPSED, day));
      assertThat(sum(LoanMeasure.CHECKS_DONE_LATE, day))
          .isEqualTo(states.getOrDefault(UseCheckDue.State.DONE_LATE, 0L));
      assertThat(sum(LoanMeasure.CHECKS_LAPSED, day))
          .isEqualTo(states.getOrDefault(UseCheckDue.State.LAPSED, 0L));
    }
  }

  private void happen(Happens one, int number) {
    var on = LENT.plusDays(one.day());
    switch (one.what()) {
      case 0 -> visit(on);
      case 1 -> take(posted("R" + number, on, new Act.Disbursed(2_000_000)));
      case 2 -> take(repaid("R" + number, on, PRINCIPAL));
      case 3 -> take(posted("R" + number, on, new Act.Regrouped(null, UUID.randomUUID())));
      default -> take(posted("R" + number, on, new Act.Settled()));
    }
  }

  /** The states, on a day, of the checks that are due by then. */
  private Map<UseCheckDue.State, Long> states(LocalDate day) {
    var states = new EnumMap<UseCheckDue.State, Long>(UseCheckDue.State.class);
    loan.checksDue(FREEZING).stream()
        .filter(check -> !check.dueOn().isAfter(day))
        .forEach(check -> states.merge(check.on(day), 1L, Long::sum));
    return states;
  }
}
