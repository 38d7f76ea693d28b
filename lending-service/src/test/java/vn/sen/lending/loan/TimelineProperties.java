package vn.sen.lending.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.lending.loan.LoanMother.FREEZING;
import static vn.sen.lending.loan.LoanMother.LENT;
import static vn.sen.lending.loan.LoanMother.TODAY;
import static vn.sen.lending.loan.LoanMother.opened;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.lending.LoanChange;
import vn.sen.events.lending.LoanEvent;
import vn.sen.events.lending.LoanMeasure;

/** Whatever a bank sends, in whatever order: the events add up to how the loan stands. */
class TimelineProperties {

  /** An act on some day of 2023. */
  record Sent(int day, int sequence, Act act) {}

  @Provide
  Arbitrary<List<Sent>> history() {
    var amounts = Arbitraries.longs().between(1, 60_000_000);
    Arbitrary<Act> acts =
        Arbitraries.oneOf(
            amounts.map(Act.Disbursed::new),
            amounts.map(Act.PrincipalRepaid::new),
            amounts.map(Act.InterestPaid::new),
            amounts.map(Act.MovedToOverdue::new),
            amounts.map(Act.ReturnedToTerm::new),
            Arbitraries.just(new Act.Frozen(LocalDate.of(2024, 6, 1))),
            Arbitraries.just(new Act.Thawed()),
            Arbitraries.just(new Act.WrittenOff()),
            Arbitraries.just(new Act.Settled()));
    return Combinators.combine(
            Arbitraries.integers().between(0, 300), Arbitraries.integers().between(0, 2), acts)
        .as(Sent::new)
        .list()
        .ofMaxSize(12);
  }

  private static LoanUpdate.Posted update(int number, Sent sent) {
    return new LoanUpdate.Posted(
        new Posting("R" + number, LENT.plusDays(sent.day()), sent.sequence(), TODAY, sent.act()));
  }

  @Property(tries = 300)
  void the_events_add_up_to_the_balances_of_every_day(@ForAll("history") List<Sent> history) {
    // given
    var changes =
        new ArrayList<>(
            opened().timeline().changesSince(Timeline.empty(LoanMother.place()), FREEZING));
    var loan = opened();

    // when whatever can be taken is taken
    int number = 1;
    for (var sent : history) {
      try {
        var decision = loan.take(update(number++, sent), FREEZING, TODAY);
        decision.events().forEach(e -> changes.addAll(((LoanEvent) e).changes()));
        loan = decision.state();
      } catch (RuleViolation refused) {
        // then a refusal leaves everything as it was
        assertThat(refused.rule()).isNotBlank();
      }
    }

    // then
    for (int day = 0; day <= 320; day += 20) {
      var date = LENT.plusDays(day);
      var balances = loan.on(date, FREEZING).balances();
      var sums = sums(changes, date);
      assertThat(sums.getOrDefault(LoanMeasure.IN_TERM, 0L)).isEqualTo(balances.inTerm());
      assertThat(sums.getOrDefault(LoanMeasure.OVERDUE, 0L)).isEqualTo(balances.overdue());
      assertThat(sums.getOrDefault(LoanMeasure.FROZEN, 0L)).isEqualTo(balances.frozen());
      assertThat(
              sums.getOrDefault(LoanMeasure.DISBURSED, 0L)
                  - sums.getOrDefault(LoanMeasure.REPAID, 0L)
                  - sums.getOrDefault(LoanMeasure.WRITTEN_OFF, 0L))
          .as("the flows explain what is outstanding")
          .isEqualTo(balances.outstanding());
    }
  }

  @Property(tries = 200)
  void the_order_of_arrival_does_not_matter_where_everything_can_be_taken(
      @ForAll("history") List<Sent> history, @ForAll Random random) {
    // given updates of different days, so that nothing but the day orders them
    var updates = new ArrayList<LoanUpdate.Posted>();
    var loan = opened();
    var days = new ArrayList<Integer>();
    for (var sent : history) {
      if (days.contains(sent.day())) {
        continue;
      }
      days.add(sent.day());
      var update = update(updates.size() + 1, sent);
      try {
        loan = loan.take(update, FREEZING, TODAY).state();
        updates.add(update);
      } catch (RuleViolation refused) {
        assertThat(refused.rule()).isNotBlank();
      }
    }

    // when they arrive in another order
    var shuffled = new ArrayList<>(updates);
    Collections.shuffle(shuffled, random);
    var other = opened();
    for (var update : shuffled) {
      try {
        other = other.take(update, FREEZING, TODAY).state();
      } catch (RuleViolation outOfOrder) {
        return; // one of them needs another one first
      }
    }

    // then
    assertThat(other.timeline()).isEqualTo(loan.timeline());
  }

  @Property(tries = 500)
  void a_summary_says_what_the_whole_loan_says_of_the_days_that_it_is_of(
      @ForAll("history") List<Sent> history,
      @ForAll("told") List<Integer> told,
      @ForAll @LongRange(max = 60_000_000) long inTerm) {
    // given a loan whose postings were told on the day or later
    var loan = opened();
    int number = 1;
    for (var sent : history) {
      var on = LENT.plusDays(sent.day());
      var toldOn = on.plusDays(told.get(number));
      var posting = new Posting("R" + number++, on, sent.sequence(), toldOn, sent.act());
      try {
        loan = loan.take(new LoanUpdate.Posted(posting), FREEZING, TODAY).state();
      } catch (RuleViolation refused) {
        assertThat(refused.rule()).isNotBlank();
      }
      if (told.get(number) == 1) {
        loan = withdrawn(loan, number, toldOn.plusDays(number));
      }
    }
    var summary = loan.summary(FREEZING);

    for (int days = 0; days <= 330; days += 10) {
      var day = LENT.plusDays(days);
      var knownBy = day.plusDays(1);
      if (summary.isOf(day, knownBy)) {
        // then
        var standing = loan.on(day, FREEZING);
        assertThat(summary.balances()).isEqualTo(standing.balances());
        assertThat(summary.closed()).isEqualTo(standing.isClosed());
        assertThat(summary.householdId()).isEqualTo(standing.place().householdId());
        assertThat(summary.terms()).isEqualTo(LoanSummary.Terms.of(loan.placeOn(day, FREEZING)));
        assertThat(summary.point()).isEqualTo(loan.pointOn(day).orElse(null));
        assertThat(summary.lastPosting()).isEqualTo(loan.lastPosting(day).orElseThrow());
        assertThat(loan.lateSince(day, knownBy, balances -> balances.inTerm() == inTerm, FREEZING))
            .isEmpty();
        assertThat(loan.lateSince(day, knownBy, _ -> true, FREEZING)).isEmpty();
      }
    }
    assertThat(SummaryDocuments.summary(SummaryDocuments.of(summary))).contains(summary);
  }

  @Property(tries = 300)
  void whatever_was_known_on_a_day_explains_a_difference(@ForAll("history") List<Sent> history) {
    // given updates of different days, and corrections and reversals, each told a day later
    var loan = opened();
    var end = LENT.plusDays(330);
    var known = new ArrayList<Balances>(List.of(loan.on(end, FREEZING).balances()));
    var days = new HashSet<Integer>();
    for (var sent : history) {
      var toldOn = TODAY.plusDays(known.size());
      var on = LENT.plusDays(1 + sent.day());
      var posting = new Posting("R" + known.size(), on, 0, toldOn, sent.act());
      try {
        loan =
            days.add(sent.day())
                ? loan.take(new LoanUpdate.Posted(posting), FREEZING, toldOn).state()
                : withdrawn(loan, known.size(), toldOn);
      } catch (RuleViolation refused) {
        assertThat(refused.rule()).isNotBlank();
      }
      known.add(loan.on(end, FREEZING).balances());
    }

    // then
    for (int told = 0; told < known.size(); told++) {
      var then = known.get(told);
      if (!then.equals(known.getLast())) {
        assertThat(loan.lateSince(end, TODAY.plusDays(told), then::equals, FREEZING)).isPresent();
      }
    }
  }

  /** One of its updates turns out to be of another amount, or never to have happened. */
  private static Loan withdrawn(Loan loan, int number, LocalDate toldOn) {
    var postings = loan.timeline().postings();
    var one = postings.get(number % postings.size());
    var reference = Objects.requireNonNull(one.reference());
    var update =
        one.act() instanceof Act.OfAmount act
            ? new LoanUpdate.Corrected("C" + number, reference, act.amount() / 2 + 1, one.on())
            : new LoanUpdate.Reversed("C" + number, reference, one.on());
    try {
      return loan.take(update, FREEZING, toldOn).state();
    } catch (RuleViolation refused) {
      assertThat(refused.rule()).isNotBlank();
      return loan;
    }
  }

  @Provide
  Arbitrary<List<Integer>> told() {
    return Arbitraries.frequency(Tuple.of(3, 0), Tuple.of(1, 1), Tuple.of(1, 40)).list().ofSize(14);
  }

  private static Map<LoanMeasure, Long> sums(List<LoanChange> changes, LocalDate upTo) {
    var sums = new EnumMap<LoanMeasure, Long>(LoanMeasure.class);
    changes.stream()
        .filter(change -> !change.date().isAfter(upTo))
        .forEach(change -> sums.merge(change.measure(), change.delta(), Long::sum));
    return sums;
  }
}
