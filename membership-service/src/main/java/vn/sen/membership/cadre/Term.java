package vn.sen.membership.cadre;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.TermEnd;
import vn.sen.events.membership.TermReview;

/**
 * Somebody's term in a post.
 *
 * @param personId the member
 * @param from the first day
 * @param until the last day as planned, or null; by itself it ends nothing
 * @param ending null while it lasts
 * @param review why somebody has to look at it, or null
 */
record Term(
    UUID id,
    UUID personId,
    LocalDate from,
    @Nullable LocalDate until,
    @Nullable Ending ending,
    @Nullable Review review) {

  /**
   * The end of a term.
   *
   * @param on the first day on which she did not hold the title any more
   */
  record Ending(LocalDate on, TermEnd reason) {}

  /**
   * Something happened to the member because of which somebody has to look at the term.
   *
   * @param on the day on which it happened
   */
  record Review(TermReview reason, LocalDate on) {}

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && lastsBeyond(day);
  }

  boolean overlaps(Term other) {
    return lastsBeyond(other.from) && other.lastsBeyond(from);
  }

  /** Whether the end, if there is one, comes after the day. */
  boolean lastsBeyond(LocalDate day) {
    return ending == null || ending.on().isAfter(day);
  }

  /** The same term, which ends then if it did not before; one that begins later never lasted. */
  Term endedAtLatest(Ending bound) {
    if (!lastsBeyond(bound.on())) {
      return this;
    }
    var on = bound.on().isBefore(from) ? from : bound.on();
    return ended(new Ending(on, bound.reason()));
  }

  Term ended(Ending end) {
    return new Term(id, personId, from, until, end, null);
  }

  Term reviewed(@Nullable Review asked) {
    return new Term(id, personId, from, until, ending, asked);
  }
}
