package vn.sen.reporting.lending;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.GroupRank;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Unit;

/**
 * What a figure of loans is made of. Who owes them, the lending service knows.
 *
 * @param household that counts for them on the date
 * @param loans the loan itself; of a figure of households, all that are outstanding
 */
public record LendingPart(UUID household, List<LoanPlaced> loans) {

  public LendingPart {
    loans = List.copyOf(loans);
  }

  /**
   * A loan at one of its places. Amounts are whole đồng.
   *
   * @param part by which the events behind it are asked for
   * @param unit the lowest that certainly holds it on the map's day; null where none does
   * @param group null for a loan outside any
   * @param dueOn when the last of the principal is due
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record LoanPlaced(
      String part,
      UUID loan,
      @Nullable Unit unit,
      Labelled bank,
      Labelled programme,
      @Nullable UUID group,
      @Nullable GroupRank groupRank,
      LocalDate dueOn,
      long outstanding) {}
}
