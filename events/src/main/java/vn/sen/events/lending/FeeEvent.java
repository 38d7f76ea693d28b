package vn.sen.events.lending;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/** What happens to one payment of an entrustment fee. Amounts are whole đồng. */
public sealed interface FeeEvent extends DomainEvent {

  /** What the event adds to the fees received. */
  List<FeeChange> changes();

  /**
   * One step of the fees received.
   *
   * @param date the day of the payment
   * @param programmeId null where the bank paid for all programmes in one sum
   * @param month the first day of the month that the fee is for
   * @param delta in đồng, never 0
   */
  record FeeChange(
      LocalDate date,
      UUID bankId,
      UUID unitId,
      @Nullable UUID programmeId,
      LocalDate month,
      long delta) {}

  /**
   * A bank has paid a unit of the Union.
   *
   * @param programmeId null where the bank paid for all programmes in one sum
   * @param month the first day of the month that the fee is for
   */
  @EventName("lending.fee.received.v1")
  record FeeReceived(
      UUID bankId,
      UUID unitId,
      @Nullable UUID programmeId,
      LocalDate month,
      long amount,
      LocalDate on,
      List<FeeChange> changes)
      implements FeeEvent {
    public FeeReceived {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The payment was of another amount, day or month than stated before.
   *
   * @param month the first day of the month that the fee is for
   * @param amount 0 where there was no such payment
   */
  @EventName("lending.fee.corrected.v1")
  record FeeCorrected(LocalDate month, long amount, LocalDate on, List<FeeChange> changes)
      implements FeeEvent {
    public FeeCorrected {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  private static List<FeeChange> orEmpty(@Nullable List<FeeChange> changes) {
    return changes == null ? List.of() : List.copyOf(changes);
  }
}
