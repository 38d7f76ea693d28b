package vn.sen.reporting.lending;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.GroupRank;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Unit;

/**
 * A loan in a list. Who owes it, the lending service knows. Amounts are whole đồng.
 *
 * @param unit the lowest unit that certainly holds it
 * @param group null for a loan outside any
 * @param since when the oldest of what is left overdue, or frozen, became so
 * @param dueOn when the last of the principal is due
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LoanLine(
    UUID loan,
    Unit unit,
    Labelled bank,
    Labelled programme,
    @Nullable UUID group,
    @Nullable GroupRank groupRank,
    LocalDate since,
    LocalDate dueOn,
    long outstanding,
    long inTerm,
    long overdue,
    long frozen,
    long interestArrears) {

  /** Where a page ended. */
  public record After(LocalDate since, UUID loan) {

    static final Comparator<After> ORDER =
        Comparator.comparing(After::since).thenComparing(After::loan);
  }

  /** The line's place in the list. */
  public After place() {
    return new After(since, loan);
  }
}
