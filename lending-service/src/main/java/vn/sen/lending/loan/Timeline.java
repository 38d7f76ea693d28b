package vn.sen.lending.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.org.Split;
import vn.sen.events.lending.LoanChange;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.events.lending.LoanPlace;

/**
 * All postings of a loan, by business date and sequence. What an event adds to the figures is the
 * timeline after it minus the timeline before it, so whatever comes late or is corrected, the
 * events' changes always add up to the present timeline's.
 *
 * @param start where the loan counts before anything moves it
 * @param via by unit, the successors that splits of the unit gave the loan to; usually empty
 * @param replaced what was corrected or reversed after the day on which it was told, in the order
 *     in which that was told; usually empty
 */
record Timeline(
    LoanPlace start, Map<UUID, List<UUID>> via, List<Posting> postings, List<Replaced> replaced) {

  static final Comparator<LoanChange> BY_DATE =
      Comparator.comparing(LoanChange::date).thenComparing(LoanChange::measure);

  private static final int NOWHERE = -1;

  Timeline {
    via = Map.copyOf(via);
    postings = List.copyOf(postings);
    // loans of before this was kept have none
    replaced = replaced == null ? List.of() : List.copyOf(replaced);
  }

  /**
   * A posting that counts no more.
   *
   * @param until the day on which a correction or a reversal of it was told
   */
  record Replaced(Posting posting, LocalDate until) {

    /** Whether at the end of a day it was told, and nothing else in its stead. */
    boolean wasKnown(LocalDate day) {
      return !posting.toldOn().isAfter(day) && until.isAfter(day);
    }
  }

  static Timeline empty(LoanPlace start) {
    return new Timeline(start, Map.of(), List.of(), List.of());
  }

  /**
   * Gives the loan, for as long as it has been at a unit, to a successor.
   *
   * @param splits those that gave it to the successor, and to no other any more
   */
  Timeline assigned(UUID unit, UUID successor, List<Split> splits) {
    var all = new HashMap<>(via);
    all.put(unit, Split.following(via.getOrDefault(unit, List.of()), successor, splits));
    return new Timeline(start, all, postings, replaced);
  }

  /**
   * The timeline with one more posting in its place.
   *
   * @throws RuleViolation if it does not fit there, or the later ones do not fit any more
   */
  Timeline with(Posting added, Freezing freezing) {
    var all = new ArrayList<>(postings);
    int place = place(added);
    all.add(place, added);
    return checked(all, place, freezing);
  }

  /** Behind everything that is not later. */
  private int place(Posting added) {
    int place = postings.size();
    while (place > 0 && added.isBefore(postings.get(place - 1))) {
      place--;
    }
    return place;
  }

  /**
   * The timeline with something else in a posting's stead, or nothing.
   *
   * @param toldOn the day on which the platform was told so
   * @throws RuleViolation if that does not fit
   */
  Timeline replacing(
      Posting old, @Nullable Posting replacement, LocalDate toldOn, Freezing freezing) {
    var others = new ArrayList<>(postings);
    int before = others.indexOf(old);
    others.remove(before);
    var without = new Timeline(start, via, others, replaced(old, toldOn));
    if (replacement == null) {
      return without.checked(others, NOWHERE, freezing);
    }
    int place = replacement.on().equals(old.on()) ? before : without.place(replacement);
    if (before == 0) {
      // nothing that happens to the loan on its first day comes before it
      place = without.placeInFront(replacement);
    }
    others.add(place, replacement);
    return without.checked(others, place, freezing);
  }

  private List<Replaced> replaced(Posting old, LocalDate toldOn) {
    if (!toldOn.isAfter(old.toldOn())) {
      return replaced;
    }
    var all = new ArrayList<>(replaced);
    all.add(new Replaced(old, toldOn));
    return all;
  }

  /** In front of everything that is not earlier. */
  private int placeInFront(Posting added) {
    int place = 0;
    while (place < postings.size() && postings.get(place).isBefore(added)) {
      place++;
    }
    return place;
  }

  /** Everything but the posting at {@code place} stood before, and is not what was asked about. */
  private Timeline checked(List<Posting> all, int place, Freezing freezing) {
    Standing standing = new Standing.Agreed(start);
    for (int i = 0; i < all.size(); i++) {
      try {
        standing = standing.after(all.get(i), freezing);
      } catch (RuleViolation refusal) {
        throw i == place ? refusal : new LoanRules.LaterHistoryForbids(all.get(i).on());
      }
    }
    return new Timeline(start, via, all, replaced);
  }

  /** How the loan stands at the end of a day; later postings do not count. */
  Standing on(LocalDate day, Freezing freezing) {
    Standing standing = new Standing.Agreed(start);
    for (var posting : postings) {
      if (posting.on().isAfter(day)) {
        break;
      }
      standing = standing.after(posting, freezing);
    }
    return standing;
  }

  /**
   * How the loan stands from a day on, until the next one.
   *
   * @param from the day of a posting
   * @param owed whether principal is owed at its end
   */
  record Day(LocalDate from, LoanPlace place, boolean owed) {}

  /** The days on which something was posted, each with how the loan stands at its end. */
  List<Day> days(Freezing freezing) {
    var days = new ArrayList<Day>();
    Standing standing = new Standing.Agreed(start);
    for (var posting : postings) {
      standing = standing.after(posting, freezing);
      if (!days.isEmpty() && days.getLast().from().equals(posting.on())) {
        days.removeLast();
      }
      boolean owed = standing.balances().outstanding() > 0;
      days.add(new Day(posting.on(), placed(standing.place()), owed));
    }
    return days;
  }

  /** The groups that the loan has been followed by, in no order. */
  Set<UUID> groups() {
    var groups = new HashSet<UUID>();
    if (start.groupId() != null) {
      groups.add(start.groupId());
    }
    for (var posting : postings) {
      if (posting.act() instanceof Act.Regrouped(var group, _) && group != null) {
        groups.add(group);
      }
    }
    return groups;
  }

  /** The days on which the loan has been due, also by what was taken back since. */
  Set<LocalDate> daysDue() {
    var days = new HashSet<LocalDate>();
    days.add(start.dueOn());
    told()
        .forEach(
            act -> {
              if (act instanceof Act.Extended(var dueOn)) {
                days.add(dueOn);
              }
            });
    return days;
  }

  /** The households that have borrowed, also by what was taken back since. */
  Set<UUID> households() {
    var households = new HashSet<UUID>();
    households.add(start.householdId());
    told()
        .forEach(
            act -> {
              if (act instanceof Act.BorrowerReplaced(var household)) {
                households.add(household);
              }
            });
    return households;
  }

  private Stream<Act> told() {
    return Stream.concat(postings.stream(), replaced.stream().map(Replaced::posting))
        .map(Posting::act);
  }

  /** The day of the last posting that is not behind a day; empty where there is none. */
  Optional<LocalDate> lastPosting(LocalDate day) {
    return upTo(day).reversed().stream().findFirst().map(Posting::on);
  }

  /** Where the last posting that is not behind a day moved it to; empty where none has. */
  Optional<String> pointOn(LocalDate day) {
    return upTo(day).reversed().stream()
        .map(Posting::act)
        .filter(Act.PointChanged.class::isInstance)
        .map(act -> ((Act.PointChanged) act).point())
        .findFirst();
  }

  private List<Posting> upTo(LocalDate day) {
    return postings.stream().filter(posting -> !posting.on().isAfter(day)).toList();
  }

  /**
   * Looks for what was told late and without which the loan would have stood otherwise at the end
   * of a day: all of it, what was told from some day on, or the last few postings.
   *
   * @param knownBy what was told behind this day is late
   * @param wanted how it would have stood
   * @return the first day of which something else was told
   */
  Optional<LocalDate> lateSince(
      LocalDate day, LocalDate knownBy, Predicate<Balances> wanted, Freezing freezing) {
    var all = upTo(day);
    for (var told : toldBehind(knownBy)) {
      var then = known(told.minusDays(1), day);
      if (!then.equals(all) && wouldStand(then, wanted, freezing)) {
        return firstDifference(then, all);
      }
    }
    for (int end = all.size() - 1; end > 0 && cameLate(all.get(end), knownBy); end--) {
      if (wouldStand(all.subList(0, end), wanted, freezing)) {
        return Optional.of(all.get(end).on());
      }
    }
    return Optional.empty();
  }

  /** The days behind a day on which something was told, the first one first. */
  private List<LocalDate> toldBehind(LocalDate knownBy) {
    return Stream.concat(
            postings.stream().map(Posting::toldOn),
            replaced.stream().flatMap(old -> Stream.of(old.posting().toldOn(), old.until())))
        .filter(told -> told.isAfter(knownBy))
        .distinct()
        .sorted()
        .toList();
  }

  /** What the timeline up to a day was, by all that was told by the end of another one. */
  private List<Posting> known(LocalDate knownBy, LocalDate day) {
    var then = new ArrayList<>(upTo(day));
    then.removeIf(posting -> posting.toldOn().isAfter(knownBy));
    for (var old : replaced) {
      if (old.wasKnown(knownBy) && !old.posting().on().isAfter(day)) {
        then.add(
            new Timeline(start, via, then, List.of()).placeInFront(old.posting()), old.posting());
      }
    }
    return then;
  }

  private static Optional<LocalDate> firstDifference(List<Posting> some, List<Posting> others) {
    return Stream.concat(
            some.stream().filter(posting -> !others.contains(posting)),
            others.stream().filter(posting -> !some.contains(posting)))
        .map(Posting::on)
        .min(Comparator.naturalOrder());
  }

  /** Whether nothing was told in its place before. */
  private boolean cameLate(Posting posting, LocalDate knownBy) {
    return posting.toldOn().isAfter(knownBy)
        && replaced.stream()
            .noneMatch(
                old ->
                    old.wasKnown(knownBy)
                        && Objects.equals(old.posting().reference(), posting.reference()));
  }

  /**
   * The last day on which something was told without which the rest could stand: behind it {@link
   * #lateSince} finds nothing. The first posting is left out unless the second could begin a loan
   * too.
   */
  Optional<LocalDate> lastTold() {
    boolean firstCounts = postings.size() > 1 && postings.get(1).act() instanceof Act.Disbursed;
    return Stream.concat(
            postings.stream().skip(firstCounts ? 0 : 1).map(Posting::toldOn),
            replaced.stream().map(Replaced::until))
        .max(Comparator.naturalOrder());
  }

  private boolean wouldStand(List<Posting> some, Predicate<Balances> wanted, Freezing freezing) {
    try {
      return !some.isEmpty()
          && wanted.test(new Timeline(start, via, some, List.of()).last(freezing).balances());
    } catch (RuleViolation e) {
      return false; // those in time do not fit without the late ones
    }
  }

  /** How the loan stands after everything. */
  Standing last(Freezing freezing) {
    return on(LocalDate.MAX, freezing);
  }

  /** Where the loan counts at the end of a day, with the successors that splits gave it to. */
  LoanPlace placeOn(LocalDate day, Freezing freezing) {
    return placed(on(day, freezing).place());
  }

  /** What leads from an earlier timeline's figures to this one's, by date, without what cancels. */
  List<LoanChange> changesSince(Timeline earlier, Freezing freezing) {
    int same = sameBeginning(earlier);
    Map<LoanChange, Long> net = new HashMap<>();
    steps(same, freezing, (step, delta) -> net.merge(step, delta, Long::sum));
    earlier.steps(same, freezing, (step, delta) -> net.merge(step, -delta, Long::sum));
    return net.entrySet().stream()
        .filter(e -> e.getValue() != 0)
        .map(
            e ->
                new LoanChange(
                    e.getKey().date(), e.getKey().place(), e.getKey().measure(), e.getValue()))
        .sorted(BY_DATE)
        .toList();
  }

  private int sameBeginning(Timeline earlier) {
    if (!via.equals(earlier.via)) {
      return 0;
    }
    int same = 0;
    while (same < postings.size()
        && same < earlier.postings.size()
        && postings.get(same).equals(earlier.postings.get(same))) {
      same++;
    }
    return same;
  }

  /** Tells the steps of the postings from a place on, each as a change of 0 and its delta. */
  private void steps(int from, Freezing freezing, ObjLongConsumer<LoanChange> sink) {
    Standing before = new Standing.Agreed(start);
    for (int i = 0; i < postings.size(); i++) {
      var posting = postings.get(i);
      var after = before.after(posting, freezing);
      if (i >= from) {
        steps(before, after, posting, sink);
      }
      before = after;
    }
  }

  private void steps(
      Standing before, Standing after, Posting posting, ObjLongConsumer<LoanChange> sink) {
    var date = posting.on();
    var from = placed(before.place());
    var to = placed(after.place());
    for (var stock : Stock.values()) {
      long was = stock.of(before.balances());
      long is = stock.of(after.balances());
      if (from.equals(to)) {
        tell(date, to, stock.measure, is - was, sink);
      } else {
        tell(date, from, stock.measure, -was, sink);
        tell(date, to, stock.measure, is, sink);
      }
    }
    var flow = Standing.flow(posting.act());
    if (flow != null) {
      tell(date, to, flow, amount(before, after, posting.act()), sink);
    }
  }

  /** The same place with the successors that splits gave the loan to there. */
  LoanPlace placed(LoanPlace place) {
    var ways = via.get(place.unitId());
    return ways == null
        ? place
        : new LoanPlace(
            place.bankId(),
            place.programmeId(),
            place.unitId(),
            ways,
            place.groupId(),
            place.householdId(),
            place.dueOn());
  }

  private static void tell(
      LocalDate date,
      LoanPlace place,
      LoanMeasure measure,
      long delta,
      ObjLongConsumer<LoanChange> sink) {
    if (delta != 0) {
      sink.accept(new LoanChange(date, place, measure, 0), delta);
    }
  }

  /** Interest is what was said; principal is what moved, and what was paid back counts positive. */
  private static long amount(Standing before, Standing after, Act act) {
    long moved = after.balances().outstanding() - before.balances().outstanding();
    return switch (act) {
      case Act.InterestPaid(long amount) -> amount;
      case Act.InterestWaived(long amount) -> amount;
      case Act.PrincipalRepaid _, Act.Settled _, Act.WrittenOff _ -> -moved;
      default -> moved;
    };
  }

  /** The measures that are balances. */
  private enum Stock {
    IN_TERM(LoanMeasure.IN_TERM),
    OVERDUE(LoanMeasure.OVERDUE),
    FROZEN(LoanMeasure.FROZEN),
    INTEREST_ARREARS(LoanMeasure.INTEREST_ARREARS);

    private final LoanMeasure measure;

    Stock(LoanMeasure measure) {
      this.measure = measure;
    }

    long of(Balances balances) {
      return switch (this) {
        case IN_TERM -> balances.inTerm();
        case OVERDUE -> balances.overdue();
        case FROZEN -> balances.frozen();
        case INTEREST_ARREARS -> balances.interestArrears();
      };
    }
  }
}
