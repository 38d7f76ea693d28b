package vn.sen.local.demo.dataset.lending;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One loan as a statement states it; the partner API's names. */
public record StatementLine(
    String loan,
    String customer,
    String identity,
    String name,
    String programme,
    String unit,
    @Nullable String group,
    long principal,
    LocalDate disbursedOn,
    LocalDate dueOn,
    BigDecimal ratePercent,
    Balance balance) {

  /** The same loan with other balances. */
  StatementLine with(Balance other) {
    return new StatementLine(
        loan,
        customer,
        identity,
        name,
        programme,
        unit,
        group,
        principal,
        disbursedOn,
        dueOn,
        ratePercent,
        other);
  }

  /** The same loan, owed by somebody else. */
  StatementLine owedBy(StatementLine other) {
    return new StatementLine(
        loan,
        other.customer,
        other.identity,
        other.name,
        programme,
        unit,
        group,
        principal,
        disbursedOn,
        dueOn,
        ratePercent,
        balance);
  }

  /** The same contract under another number. */
  StatementLine numbered(String other) {
    return new StatementLine(
        other,
        customer,
        identity,
        name,
        programme,
        unit,
        group,
        principal,
        disbursedOn,
        dueOn,
        ratePercent,
        balance);
  }
}
