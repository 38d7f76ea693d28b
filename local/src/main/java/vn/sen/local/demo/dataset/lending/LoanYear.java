package vn.sen.local.demo.dataset.lending;

import java.util.stream.IntStream;

/** To how many loans something happens between the two dates. */
public record LoanYear(
    int opened,
    int settled,
    int writtenOff,
    int repaying,
    int payingInterest,
    int interestWaived,
    int overdue,
    int overdueAndBack,
    int frozen,
    int thawed,
    int extended,
    int replaced,
    int regrouped,
    int corrected,
    int reversed,
    int outOfOrder) {

  public LoanYear {
    if (IntStream.of(
                opened,
                settled,
                writtenOff,
                repaying,
                payingInterest,
                interestWaived,
                overdue,
                overdueAndBack,
                frozen,
                thawed,
                extended,
                replaced,
                regrouped,
                corrected,
                reversed,
                outOfOrder)
            .min()
            .orElseThrow()
        < 0) {
      throw new IllegalArgumentException("nothing happens to a negative number of loans");
    }
  }

  /** Each count times the factor; what happens at all still happens once. */
  LoanYear scaled(double factor) {
    return new LoanYear(
        times(opened, factor),
        times(settled, factor),
        times(writtenOff, factor),
        times(repaying, factor),
        times(payingInterest, factor),
        times(interestWaived, factor),
        times(overdue, factor),
        times(overdueAndBack, factor),
        times(frozen, factor),
        times(thawed, factor),
        times(extended, factor),
        times(replaced, factor),
        times(regrouped, factor),
        times(corrected, factor),
        times(reversed, factor),
        times(outOfOrder, factor));
  }

  static int times(int count, double factor) {
    return count == 0 ? 0 : (int) Math.max(1, Math.round(count * factor));
  }
}
