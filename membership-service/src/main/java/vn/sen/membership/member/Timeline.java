package vn.sen.membership.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.Split;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberType;
import vn.sen.events.membership.MembershipChange;
import vn.sen.membership.member.Stint.Step;

/**
 * All stays of a member, the first one first. What an event adds to the figures is the timeline
 * after it minus the timeline before it, so whatever is corrected, the events' changes always add
 * up to the present timeline's.
 */
record Timeline(List<Stint> stints) {

  private static final Comparator<MembershipChange> BY_DATE =
      Comparator.comparing(MembershipChange::date).thenComparing(MembershipChange::delta);

  Timeline {
    stints = List.copyOf(stints);
  }

  static Timeline empty() {
    return new Timeline(List.of());
  }

  static Timeline begun(UUID unit, MemberType type, LocalDate on, Flow flow) {
    return new Timeline(List.of(Stint.begun(unit, type, new Step(on, flow, null))));
  }

  /** The last stay, which lasts or has ended. */
  Stint last() {
    return stints.getLast();
  }

  boolean lasts() {
    return !stints.isEmpty() && last().out() == null;
  }

  /** The first day of the present or last membership, through whatever stays it has gone. */
  LocalDate since() {
    return stints.get(joiningStint()).in().on();
  }

  /** The first day behind the last membership; null while it lasts. */
  @Nullable LocalDate until() {
    var end = last().out();
    return end == null ? null : end.on();
  }

  boolean lastsOn(LocalDate day) {
    return stints.stream().anyMatch(stint -> stint.lastsOn(day));
  }

  /** The first day behind the last stay, which has ended; the first of all days without any. */
  LocalDate end() {
    var end = stints.isEmpty() ? null : last().out();
    return end == null ? LocalDate.MIN : end.on();
  }

  Timeline transferred(UUID to, LocalDate on) {
    var from = last();
    requireWithinLast(on);
    return replacingLast(
        from.ended(new Step(on, Flow.TRANSFER, to)),
        Stint.begun(to, from.type(), new Step(on, Flow.TRANSFER, from.unit())));
  }

  Timeline retyped(MemberType type, LocalDate on) {
    requireWithinLast(on);
    var step = new Step(on, Flow.RECLASSIFICATION, null);
    var before = last();
    return replacingLast(
        before.ended(step), new Stint(before.unit(), before.via(), type, step, null));
  }

  Timeline left(Flow reason, LocalDate on) {
    requireWithinLast(on);
    return replacingLast(last().ended(new Step(on, reason, null)));
  }

  private void requireWithinLast(LocalDate on) {
    if (on.isBefore(last().in().on())) {
      throw new MemberRules.BeforeTheStayBegan("/on");
    }
  }

  Timeline readmitted(UUID unit, LocalDate on) {
    var end = last().out();
    if (end == null || on.isBefore(end.on())) {
      throw new MemberRules.BeforeTheDeparture("/on");
    }
    var all = new ArrayList<>(stints);
    all.add(Stint.begun(unit, last().type(), new Step(on, Flow.READMISSION, null)));
    return new Timeline(all);
  }

  /**
   * Corrects the day on which the present or last membership began, through whatever stays it has
   * gone since.
   */
  Timeline rejoined(LocalDate on) {
    int first = joiningStint();
    var stint = stints.get(first);
    var before = first == 0 ? null : stints.get(first - 1).out();
    if (before != null && on.isBefore(before.on())) {
      throw new MemberRules.BeforeTheDeparture("/joinedOn");
    }
    if (stint.out() != null && on.isAfter(stint.out().on())) {
      throw new MemberRules.JoiningAfterWhatFollowed();
    }
    return mapping(s -> s == stint ? s.beginning(new Step(on, s.in().flow(), null)) : s);
  }

  /** The stay with which the present or last membership began. */
  Stint joining() {
    return stints.get(joiningStint());
  }

  private int joiningStint() {
    int index = stints.size() - 1;
    while (index > 0 && continues(stints.get(index).in().flow())) {
      index--;
    }
    return index;
  }

  /** Whether she is a member before and after such a step. */
  static boolean continues(Flow step) {
    return step == Flow.TRANSFER || step == Flow.RECLASSIFICATION;
  }

  /** Gives the stays that a split concerns, past ones too, to the successor. */
  Timeline assigned(Predicate<Stint> concerned, UUID successor, Split split) {
    return mapping(s -> concerned.test(s) ? s.assigned(successor, split) : s);
  }

  private Timeline mapping(UnaryOperator<Stint> change) {
    return new Timeline(stints.stream().map(change).toList());
  }

  private Timeline replacingLast(Stint... replacement) {
    var all = new ArrayList<>(stints.subList(0, stints.size() - 1));
    all.addAll(List.of(replacement));
    return new Timeline(all);
  }

  /** The steps of the figures that all stays stand for. */
  List<MembershipChange> changes() {
    var changes = new ArrayList<MembershipChange>(2 * stints.size());
    for (int i = 0; i < stints.size(); i++) {
      var before = i == 0 ? null : stints.get(i - 1);
      var after = i + 1 == stints.size() ? null : stints.get(i + 1);
      stints.get(i).changes(before, after, changes::add);
    }
    return changes;
  }

  /**
   * What leads from the earlier timeline's figures to this one's: net, by date, without what
   * cancels out.
   */
  List<MembershipChange> changesSince(Timeline earlier) {
    if (earlier.stints.isEmpty() && stints.size() == 1) {
      return changes();
    }
    Map<MembershipChange, Integer> net = new LinkedHashMap<>();
    changes().forEach(c -> net.merge(with(c, 0), c.delta(), Integer::sum));
    earlier.changes().forEach(c -> net.merge(with(c, 0), -c.delta(), Integer::sum));
    return net.entrySet().stream()
        .filter(e -> e.getValue() != 0)
        .map(e -> with(e.getKey(), e.getValue()))
        .sorted(BY_DATE)
        .toList();
  }

  private static MembershipChange with(MembershipChange change, int delta) {
    return new MembershipChange(
        change.date(),
        change.unit(),
        change.via(),
        change.type(),
        change.flow(),
        change.counterpart(),
        change.counterpartVia(),
        change.direction(),
        delta);
  }

  /** The unit she belongs to now, or belonged to last; null without any stay. */
  @Nullable UUID unit() {
    return stints.isEmpty() ? null : last().unit();
  }
}
