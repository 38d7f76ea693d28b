package vn.sen.lending.duty;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.lending.FeeEvent.FeeChange;
import vn.sen.events.lending.FeeEvent.FeeCorrected;
import vn.sen.events.lending.FeeEvent.FeeReceived;

/**
 * A payment of an entrustment fee, as an officer states it.
 *
 * @param unitId of the Union, which got it
 * @param programmeId null where the bank paid for all programmes in one sum
 * @param month that the fee is for
 * @param amount in đồng; 0 where there was no such payment after all
 * @param on the day of the payment
 */
record Fee(
    UUID bankId,
    UUID unitId,
    @Nullable UUID programmeId,
    YearMonth month,
    long amount,
    LocalDate on) {

  /** A bank has paid. */
  static Decision<Fee> receive(Fee fee, LocalDate today) {
    fee.requireOver(today);
    var changes = new ArrayList<FeeChange>();
    fee.count(1, changes);
    return Decision.of(
        fee,
        new FeeReceived(
            fee.bankId,
            fee.unitId,
            fee.programmeId,
            fee.month.atDay(1),
            fee.amount,
            fee.on,
            changes));
  }

  /** It was of another month, amount or day. */
  Decision<Fee> correct(YearMonth month, long amount, LocalDate on, LocalDate today) {
    var right = new Fee(bankId, unitId, programmeId, month, amount, on);
    if (right.equals(this)) {
      return Decision.nothing(this);
    }
    right.requireOver(today);
    var changes = new ArrayList<FeeChange>();
    count(-1, changes);
    right.count(1, changes);
    return Decision.of(right, new FeeCorrected(month.atDay(1), amount, on, changes));
  }

  private void requireOver(LocalDate today) {
    if (on.isAfter(today)) {
      throw new FeeRules.PaidInTheFuture();
    }
    if (month.atDay(1).isAfter(on)) {
      throw new FeeRules.PaidBeforeItsMonth(on);
    }
  }

  private void count(int sign, List<FeeChange> changes) {
    if (amount != 0) {
      changes.add(new FeeChange(on, bankId, unitId, programmeId, month.atDay(1), sign * amount));
    }
  }
}
