package vn.sen.membership.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Flow;

/**
 * Who a member is to those who only need to name her: nothing of it is sensitive.
 *
 * @param unitId where she belongs, was proposed, or belonged last
 * @param via the successors that splits assigned her to personally; usually empty
 * @param spans when she was a member, whatever units she went through; the first one first
 */
public record Standing(
    UUID id, Member.Status status, String fullName, UUID unitId, List<UUID> via, List<Span> spans) {

  /** Stands for the name of somebody whose data was erased. */
  public static final String NOBODY = "—";

  /**
   * A time as a member.
   *
   * @param departure how it ended; null while it lasts
   */
  public record Span(LocalDate from, @Nullable Departure departure) {
    boolean covers(LocalDate day) {
      return !day.isBefore(from) && (departure == null || day.isBefore(departure.on()));
    }
  }

  /**
   * The end of a membership.
   *
   * @param on the first day on which she was no member
   */
  public record Departure(LocalDate on, Flow reason) {}

  public Standing {
    via = List.copyOf(via);
    spans = List.copyOf(spans);
  }

  public boolean wasMemberOn(LocalDate day) {
    return spans.stream().anyMatch(span -> span.covers(day));
  }

  /**
   * How the membership of a day ended; on a day on which she was no member, how the one before did.
   * Empty while it lasts, and where she never was a member until then.
   */
  public Optional<Departure> departureFrom(LocalDate day) {
    return spans.stream()
        .filter(span -> !span.from().isAfter(day))
        .reduce((_, last) -> last)
        .map(Span::departure);
  }

  static Standing of(UUID id, Member member) {
    return new Standing(
        id,
        member.status(),
        member.particulars().fullName(),
        member.currentUnit(),
        member.currentVia(),
        spans(MemberView.timelineOf(member)));
  }

  private static List<Span> spans(Timeline timeline) {
    var spans = new ArrayList<Span>();
    LocalDate from = null;
    for (var stint : timeline.stints()) {
      if (from == null) {
        from = stint.in().on();
      }
      var out = stint.out();
      if (out != null && !Timeline.continues(out.flow())) {
        spans.add(new Span(from, new Departure(out.on(), out.flow())));
        from = null;
      }
    }
    if (from != null) {
      spans.add(new Span(from, null));
    }
    return spans;
  }
}
