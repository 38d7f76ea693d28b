package vn.sen.membership.communitygroup;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.GroupChange;
import vn.sen.events.membership.GroupMeasure;
import vn.sen.events.membership.GroupPlace;

/**
 * The steps of the figures that a community group stands for. Stocks are asked for on the days on
 * which something may change, so that whatever is told late or corrected moves all of them.
 */
final class GroupFigures {

  private static final List<GroupMeasure> STOCKS =
      List.of(GroupMeasure.GROUPS, GroupMeasure.MEMBERS, GroupMeasure.OTHERS);

  private static final Comparator<GroupChange> ORDER =
      Comparator.comparing(GroupChange::date)
          .thenComparing(GroupChange::measure)
          .thenComparing(GroupChange::delta);

  private GroupFigures() {}

  /**
   * What leads from one group's figures to the other's: net, by date, without what cancels out.
   *
   * @param before null where it is founded
   */
  static List<GroupChange> between(@Nullable CommunityGroup before, CommunityGroup after) {
    Map<GroupChange, Long> net = new HashMap<>();
    steps(after, (step, delta) -> net.merge(step, delta, Long::sum));
    if (before != null) {
      steps(before, (step, delta) -> net.merge(step, -delta, Long::sum));
    }
    return net.entrySet().stream()
        .filter(e -> e.getValue() != 0)
        .map(
            e ->
                new GroupChange(
                    e.getKey().date(), e.getKey().place(), e.getKey().measure(), e.getValue()))
        .sorted(ORDER)
        .toList();
  }

  /** Tells each step as a change of 0 and its delta. */
  private static void steps(CommunityGroup group, ObjLongConsumer<GroupChange> sink) {
    stocks(group, sink);
    flow(group, group.registration().foundedOn(), GroupMeasure.FOUNDED, 1, sink);
    var closing = group.closing();
    if (closing != null) {
      flow(group, closing.on(), GroupMeasure.CLOSED, 1, sink);
    }
    for (var meeting : group.meetings()) {
      flow(group, meeting.on(), GroupMeasure.MEETINGS, 1, sink);
      flow(group, meeting.on(), GroupMeasure.TURNS, meeting.turns(), sink);
    }
  }

  private static void flow(
      CommunityGroup group,
      LocalDate date,
      GroupMeasure measure,
      long amount,
      ObjLongConsumer<GroupChange> sink) {
    tell(date, group.placeOn(date), measure, amount, sink);
  }

  private static void stocks(CommunityGroup group, ObjLongConsumer<GroupChange> sink) {
    LocalDate eve = group.registration().foundedOn().minusDays(1);
    for (var day : turningDays(group)) {
      var from = group.placeOn(eve);
      var to = group.placeOn(day);
      for (var measure : STOCKS) {
        long was = stock(group, measure, eve);
        long is = stock(group, measure, day);
        if (from.equals(to)) {
          tell(day, to, measure, is - was, sink);
        } else {
          tell(day, from, measure, -was, sink);
          tell(day, to, measure, is, sink);
        }
      }
      eve = day;
    }
  }

  /** The days on which a stock may be another one than the day before. */
  private static NavigableSet<LocalDate> turningDays(CommunityGroup group) {
    var days = new TreeSet<LocalDate>();
    group.programmes().forEach(known -> days.add(known.from()));
    group.others().forEach(known -> days.add(known.from()));
    for (var stay : group.stays()) {
      days.add(stay.joinedOn());
      if (stay.leftOn() != null) {
        days.add(stay.leftOn());
      }
    }
    var closing = group.closing();
    if (closing != null) {
      days.add(closing.on());
    }
    return days;
  }

  private static long stock(CommunityGroup group, GroupMeasure measure, LocalDate day) {
    if (!group.livesOn(day)) {
      return 0;
    }
    return switch (measure) {
      case MEMBERS -> group.membersOn(day).size();
      case OTHERS -> group.othersOn(day);
      default -> 1;
    };
  }

  private static void tell(
      LocalDate date,
      GroupPlace place,
      GroupMeasure measure,
      long delta,
      ObjLongConsumer<GroupChange> sink) {
    if (delta != 0) {
      sink.accept(new GroupChange(date, place, measure, 0), delta);
    }
  }
}
