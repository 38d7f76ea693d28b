package vn.sen.lending.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.LoanChange;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.events.lending.LoanPlace;

/**
 * The checks of the use of one loan. The terms in force on the day of a disbursement say which
 * checks it demands: a first one, and further ones until the loan is due. A check is due if
 * something is owed on its last day; one visit counts for every check that is open on its day. What
 * fell due before the platform followed the loan is nobody's to tell.
 *
 * <p>Figures are those of the end of a day: what is not done at the end of its last day is late.
 */
final class UseChecks {

  private final List<Timeline.Day> days;
  private final List<UseCheckDue> all;

  private UseChecks(List<Timeline.Day> days, List<UseCheckDue> all) {
    this.days = days;
    this.all = List.copyOf(all);
  }

  /** The checks of a loan, by last day. */
  static UseChecks of(Loan loan, Freezing freezing) {
    if (loan.checkTerms().isEmpty() || loan.timeline().postings().isEmpty()) {
      return new UseChecks(List.of(), List.of());
    }
    var days = loan.timeline().days(freezing);
    var visits = loan.useChecks().stream().map(Loan.UseCheck::on).sorted().toList();
    var checks = new UseChecks(days, List.of());
    var found = new ArrayList<UseCheckDue>();
    demanded(loan, days.getLast().place().dueOn())
        .forEach(
            (dueOn, opensOn) -> {
              if (checks.isOwed(dueOn)) {
                found.add(checks.due(opensOn, dueOn, visits));
              }
            });
    return new UseChecks(days, found);
  }

  /** First days by last days of what is demanded, whether or not something is owed then. */
  private static Map<LocalDate, LocalDate> demanded(Loan loan, LocalDate end) {
    var demanded = new TreeMap<LocalDate, LocalDate>();
    var payouts = payouts(loan);
    for (var payout : payouts) {
      var terms = terms(loan.checkTerms(), payout);
      if (terms != null && terms.firstWithinDays() != null) {
        var first = payout.plusDays(terms.firstWithinDays());
        demanded.merge(first, payout, (a, b) -> a.isBefore(b) ? a : b);
        if (payout.equals(payouts.getFirst())) {
          further(first, terms.everyMonths(), end, demanded);
        }
      }
    }
    return demanded;
  }

  private static void further(
      LocalDate first, @Nullable Integer months, LocalDate end, Map<LocalDate, LocalDate> into) {
    var before = first;
    for (int i = 1; months != null && !first.plusMonths((long) i * months).isAfter(end); i++) {
      var next = first.plusMonths((long) i * months);
      into.putIfAbsent(next, before.plusDays(1));
      before = next;
    }
  }

  /** The days of disbursement; that of a loan that was taken over is the contract's. */
  private static List<LocalDate> payouts(Loan loan) {
    var days = new ArrayList<LocalDate>();
    for (var posting : loan.timeline().postings()) {
      if (posting.act() instanceof Act.TakenOver) {
        days.add(loan.contract().disbursedOn());
      } else if (posting.act() instanceof Act.Disbursed) {
        days.add(posting.on());
      }
    }
    return days.stream().distinct().sorted().toList();
  }

  private static @Nullable CheckTerms terms(List<CheckTerms> terms, LocalDate day) {
    return terms.reversed().stream().filter(t -> !t.from().isAfter(day)).findFirst().orElse(null);
  }

  private UseCheckDue due(LocalDate opensOn, LocalDate dueOn, List<LocalDate> visits) {
    var done = visits.stream().filter(day -> !day.isBefore(opensOn)).findFirst().orElse(null);
    var lapsed =
        days.stream()
            .filter(day -> day.from().isAfter(dueOn) && !day.owed())
            .findFirst()
            .map(Timeline.Day::from)
            .orElse(null);
    boolean first = done != null && (lapsed == null || !done.isAfter(lapsed));
    return new UseCheckDue(opensOn, dueOn, first ? done : null, first ? null : lapsed);
  }

  List<UseCheckDue> all() {
    return all;
  }

  /** The last day of the earliest check that is still to be done, or null. */
  @Nullable LocalDate nextDue() {
    return all.stream()
        .filter(UseCheckDue::isOpen)
        .map(UseCheckDue::dueOn)
        .findFirst()
        .orElse(null);
  }

  /** What leads from earlier figures to these, by date, without what cancels. */
  List<LoanChange> changesSince(UseChecks earlier) {
    if (all.isEmpty() && earlier.all.isEmpty()) {
      return List.of();
    }
    Map<LoanChange, Long> net = new HashMap<>();
    steps().forEach(step -> count(net, step, step.delta()));
    earlier.steps().forEach(step -> count(net, step, -step.delta()));
    return net.entrySet().stream()
        .filter(e -> e.getValue() != 0)
        .map(e -> step(e.getKey().date(), e.getKey().place(), e.getKey().measure(), e.getValue()))
        .sorted(Timeline.BY_DATE)
        .toList();
  }

  private static void count(Map<LoanChange, Long> net, LoanChange step, long delta) {
    net.merge(step(step.date(), step.place(), step.measure(), 0), delta, Long::sum);
  }

  private static LoanChange step(LocalDate date, LoanPlace place, LoanMeasure measure, long delta) {
    return new LoanChange(date, place, measure, delta);
  }

  private Collection<LoanChange> steps() {
    var steps = new ArrayList<LoanChange>();
    for (var check : all) {
      var dueOn = check.dueOn();
      steps.add(step(dueOn, placeOn(dueOn), LoanMeasure.CHECKS_DUE, 1));
      if (check.inTime()) {
        steps.add(step(dueOn, placeOn(dueOn), LoanMeasure.CHECKS_IN_TIME, 1));
      } else {
        late(check, steps);
      }
    }
    return steps;
  }

  /** A late check goes with the loan wherever that counts, until it is done or lapses. */
  private void late(UseCheckDue check, List<LoanChange> steps) {
    var end = check.doneOn() == null ? check.lapsedOn() : check.doneOn();
    var place = placeOn(check.dueOn());
    steps.add(step(check.dueOn(), place, LoanMeasure.CHECKS_LATE, 1));
    for (var day : days) {
      boolean within =
          day.from().isAfter(check.dueOn()) && (end == null || day.from().isBefore(end));
      if (within && !day.place().equals(place)) {
        steps.add(step(day.from(), place, LoanMeasure.CHECKS_LATE, -1));
        place = day.place();
        steps.add(step(day.from(), place, LoanMeasure.CHECKS_LATE, 1));
      }
    }
    if (end != null) {
      steps.add(step(end, place, LoanMeasure.CHECKS_LATE, -1));
      var how = check.doneOn() == null ? LoanMeasure.CHECKS_LAPSED : LoanMeasure.CHECKS_DONE_LATE;
      steps.add(step(end, placeOn(end), how, 1));
    }
  }

  private boolean isOwed(LocalDate day) {
    var on = on(day);
    return on != null && on.owed();
  }

  private LoanPlace placeOn(LocalDate day) {
    var on = on(day);
    return on == null ? days.getFirst().place() : on.place();
  }

  /** The loan at the end of a day; null before its first. */
  private Timeline.@Nullable Day on(LocalDate day) {
    return days.reversed().stream().filter(d -> !d.from().isAfter(day)).findFirst().orElse(null);
  }
}
