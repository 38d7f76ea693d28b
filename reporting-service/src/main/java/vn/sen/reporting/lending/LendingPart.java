package vn.sen.reporting.lending;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.GroupRank;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Unit;

/**
 * What a figure of loans, or of the fees for them, is made of. Who owes the loans, the lending
 * service knows.
 *
 * @param household that counts for them on the date; absent from payments
 * @param loans the loan itself; of a figure of households, all that it counts for; none of payments
 * @param payment of a fee; absent from loans
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LendingPart(
    @Nullable UUID household, List<LoanPlaced> loans, @Nullable FeePayment payment) {

  public LendingPart {
    loans = List.copyOf(loans);
  }

  static LendingPart of(UUID household, List<LoanPlaced> loans) {
    return new LendingPart(household, loans, null);
  }

  /**
   * All that a bank paid a unit on a day for a month.
   *
   * @param part by which the events behind it are asked for
   * @param programme null where it was paid for all in one sum
   * @param unit the lowest that certainly holds the one it was paid to on the map's day; null where
   *     none does
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record FeePayment(
      String part,
      Labelled bank,
      @Nullable Labelled programme,
      @Nullable Unit unit,
      YearMonth month,
      LocalDate on) {}

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
