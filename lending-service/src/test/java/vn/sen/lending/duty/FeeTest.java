package vn.sen.lending.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.lending.FeeEvent.FeeChange;
import vn.sen.events.lending.FeeEvent.FeeCorrected;
import vn.sen.events.lending.FeeEvent.FeeReceived;

class FeeTest {

  private static final UUID BANK = UUID.randomUUID();
  private static final UUID UNIT = UUID.randomUUID();
  private static final YearMonth JUNE = YearMonth.of(2023, 6);
  private static final LocalDate PAID = LocalDate.of(2023, 7, 10);
  private static final LocalDate TODAY = LocalDate.of(2023, 12, 31);

  private static Fee fee(long amount, LocalDate on) {
    return new Fee(BANK, UNIT, null, JUNE, amount, on);
  }

  private static FeeChange change(LocalDate on, YearMonth month, long delta) {
    return new FeeChange(on, BANK, UNIT, null, month.atDay(1), delta);
  }

  @Test
  void a_payment_counts_from_its_day_on() {
    var received = Fee.receive(fee(1_000_000, PAID), TODAY);

    assertThat(received.events())
        .isEqualTo(
            List.of(
                new FeeReceived(
                    BANK,
                    UNIT,
                    null,
                    JUNE.atDay(1),
                    1_000_000,
                    PAID,
                    List.of(change(PAID, JUNE, 1_000_000)))));
  }

  @Test
  void a_correction_takes_back_what_was_stated_and_says_what_is_right() {
    // given
    var stated = Fee.receive(fee(1_000_000, PAID), TODAY).state();

    // when it was paid earlier, for May
    var may = YearMonth.of(2023, 5);
    var corrected = stated.correct(may, 900_000, PAID.minusDays(3), TODAY);

    // then
    assertThat(corrected.events())
        .isEqualTo(
            List.of(
                new FeeCorrected(
                    may.atDay(1),
                    900_000,
                    PAID.minusDays(3),
                    List.of(
                        change(PAID, JUNE, -1_000_000), change(PAID.minusDays(3), may, 900_000)))));
    assertThat(corrected.state().correct(may, 900_000, PAID.minusDays(3), TODAY).events())
        .isEmpty();
    // and there was no such payment at all
    assertThat(stated.correct(JUNE, 0, PAID, TODAY).events())
        .isEqualTo(
            List.of(
                new FeeCorrected(JUNE.atDay(1), 0, PAID, List.of(change(PAID, JUNE, -1_000_000)))));
  }

  @Test
  void nothing_is_paid_in_the_future_or_before_its_month() {
    assertThatThrownBy(() -> Fee.receive(fee(1, TODAY.plusDays(1)), TODAY))
        .isInstanceOf(FeeRules.PaidInTheFuture.class);
    assertThatThrownBy(() -> Fee.receive(fee(1, LocalDate.of(2023, 5, 31)), TODAY))
        .isInstanceOf(FeeRules.PaidBeforeItsMonth.class);
  }
}
