package vn.sen.events.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What happens to one post: a title at a unit, with the terms of all who ever held it. Names stay
 * in the membership service.
 */
public sealed interface PostEvent extends DomainEvent {

  UUID termId();

  UUID titleId();

  UUID unitId();

  UUID personId();

  /** What the event adds to the figures; empty where it moves none. */
  default List<PostChange> changes() {
    return List.of();
  }

  /**
   * Somebody holds the title.
   *
   * @param termId the term that begins
   * @param personId the member who holds it
   * @param from the first day
   * @param until the last day as planned, or null; by itself it ends nothing
   */
  @EventName("membership.post.appointed.v1")
  record PersonAppointed(
      UUID termId,
      UUID titleId,
      UUID unitId,
      UUID personId,
      LocalDate from,
      @Nullable LocalDate until,
      List<PostChange> changes)
      implements PostEvent {
    public PersonAppointed {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * The days of a term were corrected.
   *
   * @param from the first day, as it is known now
   * @param until the last day as planned, or null
   * @param endedOn the first day on which she did not hold it any more; null while she does
   */
  @EventName("membership.post.term-corrected.v1")
  record TermCorrected(
      UUID termId,
      UUID titleId,
      UUID unitId,
      UUID personId,
      LocalDate from,
      @Nullable LocalDate until,
      @Nullable LocalDate endedOn,
      List<PostChange> changes)
      implements PostEvent {
    public TermCorrected {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * She does not hold the title any more.
   *
   * @param on the first day on which she does not
   */
  @EventName("membership.post.term-ended.v1")
  record TermEnded(
      UUID termId,
      UUID titleId,
      UUID unitId,
      UUID personId,
      TermEnd reason,
      LocalDate on,
      List<PostChange> changes)
      implements PostEvent {
    public TermEnded {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The term was entered by mistake: she never held the title.
   *
   * @param from the day on which the term was said to begin
   */
  @EventName("membership.post.term-withdrawn.v1")
  record TermWithdrawn(
      UUID termId,
      UUID titleId,
      UUID unitId,
      UUID personId,
      LocalDate from,
      List<PostChange> changes)
      implements PostEvent {
    public TermWithdrawn {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * Something happened to the member because of which somebody has to look at the term. It goes on
   * until she does.
   *
   * @param on the day on which it happened
   */
  @EventName("membership.post.review-asked.v1")
  record TermReviewAsked(
      UUID termId, UUID titleId, UUID unitId, UUID personId, TermReview reason, LocalDate on)
      implements PostEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The term was looked at and goes on as it is.
   *
   * @param on the day on which that was decided
   */
  @EventName("membership.post.reviewed.v1")
  record TermReviewed(UUID termId, UUID titleId, UUID unitId, UUID personId, LocalDate on)
      implements PostEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  private static List<PostChange> orEmpty(@Nullable List<PostChange> changes) {
    return changes == null ? List.of() : List.copyOf(changes);
  }
}
