package vn.sen.events.membership;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/** What becomes of one request of a member about her data. */
public sealed interface DataRequestEvent extends DomainEvent {

  /**
   * An officer entered it.
   *
   * @param acknowledgeBy the last day to acknowledge it
   * @param fulfilBy the last day to fulfil it
   */
  @EventName("membership.data-request.received.v1")
  record DataRequestReceived(
      UUID memberId,
      DataRight right,
      ContactChannel channel,
      LocalDate on,
      LocalDate acknowledgeBy,
      LocalDate fulfilBy)
      implements DataRequestEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** She was told that it has arrived and what happens next. */
  @EventName("membership.data-request.acknowledged.v1")
  record DataRequestAcknowledged(LocalDate on) implements DataRequestEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * It was done.
   *
   * @param kept why a part of the data was kept, or null
   */
  @EventName("membership.data-request.fulfilled.v1")
  record DataRequestFulfilled(
      UUID memberId, DataRight right, @Nullable RetentionReason kept, LocalDate on)
      implements DataRequestEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** It was refused as a whole. */
  @EventName("membership.data-request.refused.v1")
  record DataRequestRefused(RetentionReason reason, LocalDate on) implements DataRequestEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}
