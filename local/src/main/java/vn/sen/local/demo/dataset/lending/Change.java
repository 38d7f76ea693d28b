package vn.sen.local.demo.dataset.lending;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an update tells of a loan; the fields have the partner API's names. */
public sealed interface Change {

  /** The partner API's name of the kind. */
  default String kind() {
    return switch (this) {
      case Opened o -> "DISBURSED";
      case Disbursed d -> "DISBURSED";
      case PrincipalRepaid p -> "PRINCIPAL_REPAID";
      case InterestPaid i -> "INTEREST_PAID";
      case InterestWaived i -> "INTEREST_WAIVED";
      case MovedToOverdue m -> "MOVED_TO_OVERDUE";
      case ReturnedToTerm r -> "RETURNED_TO_TERM";
      case Frozen f -> "FROZEN";
      case Thawed t -> "THAWED";
      case Extended e -> "EXTENDED";
      case WrittenOff w -> "WRITTEN_OFF";
      case Settled s -> "SETTLED";
      case BorrowerReplaced b -> "BORROWER_REPLACED";
      case Regrouped r -> "REGROUPED";
      case Corrected c -> "CORRECTED";
      case Reversed r -> "REVERSED";
    };
  }

  /** A new loan is paid out, or its first part. */
  record Opened(
      String programme,
      String customer,
      String identity,
      String name,
      String unit,
      @Nullable String group,
      long amount,
      LocalDate dueOn,
      BigDecimal ratePercent)
      implements Change {}

  /** A further part is paid out. */
  record Disbursed(long amount) implements Change {}

  record PrincipalRepaid(long amount) implements Change {}

  record InterestPaid(long amount) implements Change {}

  record InterestWaived(long amount) implements Change {}

  record MovedToOverdue(long amount) implements Change {}

  record ReturnedToTerm(long amount) implements Change {}

  record Frozen(LocalDate until) implements Change {}

  record Thawed() implements Change {}

  record Extended(LocalDate dueOn) implements Change {}

  record WrittenOff() implements Change {}

  record Settled() implements Change {}

  record BorrowerReplaced(String customer, String identity, String name) implements Change {}

  record Regrouped(@Nullable String group, String unit) implements Change {}

  /** The update of that reference had another amount. */
  record Corrected(String corrects, long amount) implements Change {}

  /** The update of that reference never happened. */
  record Reversed(String reverses) implements Change {}
}
