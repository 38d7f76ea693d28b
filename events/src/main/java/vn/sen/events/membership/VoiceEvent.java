package vn.sen.events.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What happens to one voice: a need or a petition raised at the grassroots. What it says, what it
 * was answered and who raised it stay in the membership service.
 */
public sealed interface VoiceEvent extends DomainEvent {

  /** What the event adds to the figures; empty where it moves none. */
  default List<VoiceChange> changes() {
    return List.of();
  }

  /**
   * It was raised.
   *
   * @param unitId where; the unit has to answer until it routes the voice on
   * @param subject the code of the subject area
   * @param dueOn the last day for an answer
   */
  @EventName("membership.voice.raised.v1")
  record VoiceRaised(
      UUID unitId,
      VoiceRaisedBy by,
      VoiceKind kind,
      String subject,
      LocalDate dueOn,
      LocalDate on,
      List<VoiceChange> changes)
      implements VoiceEvent {
    public VoiceRaised {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** Another unit has to answer from a day on: a superior or an inferior one. */
  @EventName("membership.voice.routed.v1")
  record VoiceRouted(UUID fromUnitId, UUID toUnitId, LocalDate on, List<VoiceChange> changes)
      implements VoiceEvent {
    public VoiceRouted {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * Its owner answered it.
   *
   * @param ownerId the unit that answered
   * @param inTime whether on the due day or before
   */
  @EventName("membership.voice.answered.v1")
  record VoiceAnswered(UUID ownerId, boolean inTime, LocalDate on, List<VoiceChange> changes)
      implements VoiceEvent {
    public VoiceAnswered {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * It was closed with who raised it.
   *
   * @param satisfied whether she was
   */
  @EventName("membership.voice.closed.v1")
  record VoiceClosed(boolean satisfied, LocalDate on, List<VoiceChange> changes)
      implements VoiceEvent {
    public VoiceClosed {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The answer did not do: its owner has to answer once more.
   *
   * @param dueOn the last day for it
   */
  @EventName("membership.voice.reopened.v1")
  record VoiceReopened(LocalDate dueOn, LocalDate on, List<VoiceChange> changes)
      implements VoiceEvent {
    public VoiceReopened {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** It is not pursued any more. */
  @EventName("membership.voice.withdrawn.v1")
  record VoiceWithdrawn(LocalDate on, List<VoiceChange> changes) implements VoiceEvent {
    public VoiceWithdrawn {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * What was told of it was corrected; the whole of what can be corrected stands here.
   *
   * @param raisedOn the day it was raised
   * @param dueOn the last day for the present, or last, answer
   * @param answeredOn the day of the last answer, null where it waits for one
   * @param closedOn the day it was closed, null unless it is closed
   * @param on the day of the correction
   */
  @EventName("membership.voice.corrected.v1")
  record VoiceCorrected(
      VoiceKind kind,
      String subject,
      LocalDate raisedOn,
      LocalDate dueOn,
      @Nullable LocalDate answeredOn,
      @Nullable LocalDate closedOn,
      LocalDate on,
      List<VoiceChange> changes)
      implements VoiceEvent {
    public VoiceCorrected {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * It is like another voice. All that bear one bundle are like each other; the other voice joins
   * the bundle by an event of its own.
   *
   * @param voiceId the other voice
   * @param bundleId names those that are alike
   */
  @EventName("membership.voice.linked.v1")
  record VoiceLinked(UUID voiceId, UUID bundleId, LocalDate on) implements VoiceEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** It is not like those of a bundle. */
  @EventName("membership.voice.unlinked.v1")
  record VoiceUnlinked(UUID bundleId, LocalDate on) implements VoiceEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * What it said and who raised it was erased; what waited for an answer, or to be closed, is not
   * pursued any more. It goes on counting.
   */
  @EventName("membership.voice.erased.v1")
  record VoiceErased(LocalDate on, List<VoiceChange> changes) implements VoiceEvent {
    public VoiceErased {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  private static List<VoiceChange> orEmpty(@Nullable List<VoiceChange> changes) {
    return changes == null ? List.of() : List.copyOf(changes);
  }
}
