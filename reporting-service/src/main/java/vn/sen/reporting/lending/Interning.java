package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.events.lending.LoanPlace;
import vn.sen.reporting.lending.LendingRow.Step;
import vn.sen.reporting.reading.Once;

/** Keeps equal parts of rows once: there are many rows of few loans on few days at few places. */
final class Interning {

  private final Once kept = new Once();

  /** An equal row that shares its parts with others. */
  LendingRow row(LendingRow row) {
    return row instanceof Step(var loan, var date, var place, var measure)
        ? step(loan, date, place, measure)
        : row;
  }

  private Step step(UUID loan, LocalDate date, LoanPlace place, LoanMeasure measure) {
    return new Step(once(loan), once(date), place(place), measure);
  }

  private LoanPlace place(LoanPlace place) {
    var known = kept.find(place);
    if (known != null) {
      return known;
    }
    return once(
        new LoanPlace(
            once(place.bankId()),
            once(place.programmeId()),
            once(place.unitId()),
            place.via().stream().map(this::once).toList(),
            group(place.groupId()),
            once(place.householdId()),
            once(place.dueOn())));
  }

  private @Nullable UUID group(@Nullable UUID id) {
    return id == null ? null : once(id);
  }

  private <T> T once(T value) {
    return kept.of(value);
  }
}
