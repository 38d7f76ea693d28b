package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.reporting.lending.LendingRow.Step;
import vn.sen.reporting.lending.LoanPart.PlaceNumbers;

/** The figures of one loan over all time, by its places: usually one. Immutable. */
final class LoanFigures {

  private final UUID loan;
  private final LoanPart[] parts;

  private LoanFigures(UUID loan, LoanPart[] parts) {
    this.loan = loan;
    this.parts = parts;
  }

  static LoanFigures nothing(UUID loan) {
    return new LoanFigures(loan, new LoanPart[0]);
  }

  /**
   * With one more step.
   *
   * @param numbers asked for where the place is new
   */
  LoanFigures plus(Step step, long delta, Supplier<PlaceNumbers> numbers) {
    int at = 0;
    while (at < parts.length && !parts[at].place().equals(step.place())) {
      at++;
    }
    var changed = Arrays.copyOf(parts, Math.max(parts.length, at + 1));
    var part = at < parts.length ? parts[at] : LoanPart.nothing(step.place(), numbers.get());
    changed[at] = part.plus(step.measure(), step.date(), delta);
    return new LoanFigures(loan, changed);
  }

  UUID loan() {
    return loan;
  }

  int places() {
    return parts.length;
  }

  LoanPart part(int number) {
    return parts[number];
  }

  /**
   * Since when there has been what is left of a balance on a day: what came first goes first. A
   * change of place takes a balance along and makes it no younger.
   */
  Layers layers(LoanMeasure balance, LocalDate day) {
    var layers = new Layers();
    for (var part : parts) {
      for (int i = 0; i < part.steps() && part.epochDay(i) <= day.toEpochDay(); i++) {
        if (part.measure(i) == balance) {
          layers.add(part.epochDay(i), part.delta(i));
        }
      }
    }
    return layers;
  }
}
