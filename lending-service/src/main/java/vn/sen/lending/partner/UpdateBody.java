package vn.sen.lending.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An update as a bank sends it; which fields belong to which kind, the reference of the partner API
 * says.
 *
 * @param loan the bank's number of the loan
 * @param reference the bank's own name for the update, unique for the loan
 * @param on the business date
 * @param sequence orders updates of one day; 0 where left out
 * @param amount in đồng
 * @param point the bank's code of the transaction point, which is no commune's
 */
record UpdateBody(
    @NotNull Kind kind,
    @NotBlank @Size(max = 40) @Pattern(regexp = PRINTABLE) String loan,
    @NotBlank @Size(max = 60) @Pattern(regexp = PRINTABLE) String reference,
    @NotNull LocalDate on,
    @Nullable @Min(0) @Max(1_000_000) Integer sequence,
    @Nullable @Min(1) @Max(MAX_AMOUNT) Long amount,
    @Nullable LocalDate until,
    @Nullable LocalDate dueOn,
    @Nullable @Size(max = 20) String programme,
    @Nullable @Size(max = 40) @Pattern(regexp = PRINTABLE) String customer,
    @Schema(description = "Số định danh cá nhân hoặc chứng minh nhân dân")
        @Nullable
        @Pattern(regexp = "\\d{9}|\\d{12}")
        String identity,
    @Nullable @Size(max = 100) @Pattern(regexp = PRINTABLE) String name,
    @Nullable @Size(max = 10) String unit,
    @Nullable @Size(max = 40) @Pattern(regexp = PRINTABLE) String group,
    @Nullable @Size(max = 40) @Pattern(regexp = PRINTABLE) String point,
    @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal ratePercent,
    @Nullable @Size(max = 60) String corrects,
    @Nullable @Size(max = 60) String reverses) {

  static final String PRINTABLE = "\\P{Cntrl}*";

  /** A thousand billion: more than any bank lends a household. */
  static final long MAX_AMOUNT = 1_000_000_000_000L;

  /** What happened. */
  enum Kind {
    DISBURSED,
    PRINCIPAL_REPAID,
    INTEREST_PAID,
    INTEREST_WAIVED,
    MOVED_TO_OVERDUE,
    RETURNED_TO_TERM,
    FROZEN,
    THAWED,
    EXTENDED,
    WRITTEN_OFF,
    SETTLED,
    BORROWER_REPLACED,
    REGROUPED,
    POINT_CHANGED,
    CORRECTED,
    REVERSED
  }

  /** Nothing of it may reach a log. */
  @Override
  public String toString() {
    return "UpdateBody[" + kind + "]";
  }
}
