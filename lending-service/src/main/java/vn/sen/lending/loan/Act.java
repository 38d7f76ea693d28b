package vn.sen.lending.loan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a posting does to a loan. Amounts are whole đồng, and positive. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "act")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Act.TakenOver.class, name = "TAKEN_OVER"),
  @JsonSubTypes.Type(value = Act.Disbursed.class, name = "DISBURSED"),
  @JsonSubTypes.Type(value = Act.PrincipalRepaid.class, name = "PRINCIPAL_REPAID"),
  @JsonSubTypes.Type(value = Act.InterestPaid.class, name = "INTEREST_PAID"),
  @JsonSubTypes.Type(value = Act.InterestWaived.class, name = "INTEREST_WAIVED"),
  @JsonSubTypes.Type(value = Act.MovedToOverdue.class, name = "MOVED_TO_OVERDUE"),
  @JsonSubTypes.Type(value = Act.ReturnedToTerm.class, name = "RETURNED_TO_TERM"),
  @JsonSubTypes.Type(value = Act.Frozen.class, name = "FROZEN"),
  @JsonSubTypes.Type(value = Act.Thawed.class, name = "THAWED"),
  @JsonSubTypes.Type(value = Act.Extended.class, name = "EXTENDED"),
  @JsonSubTypes.Type(value = Act.WrittenOff.class, name = "WRITTEN_OFF"),
  @JsonSubTypes.Type(value = Act.Settled.class, name = "SETTLED"),
  @JsonSubTypes.Type(value = Act.BorrowerReplaced.class, name = "BORROWER_REPLACED"),
  @JsonSubTypes.Type(value = Act.Regrouped.class, name = "REGROUPED"),
  @JsonSubTypes.Type(value = Act.PointChanged.class, name = "POINT_CHANGED"),
  @JsonSubTypes.Type(value = Act.Restated.class, name = "RESTATED")
})
public sealed interface Act {

  /** An act of which a bank may correct the amount. */
  sealed interface OfAmount extends Act {
    long amount();

    OfAmount withAmount(long corrected);
  }

  /** The platform begins to follow a loan that exists already, with what is left of it. */
  record TakenOver(Balances balances) implements Act {}

  record Disbursed(long amount) implements OfAmount {
    @Override
    public Disbursed withAmount(long corrected) {
      return new Disbursed(corrected);
    }
  }

  record PrincipalRepaid(long amount) implements OfAmount {
    @Override
    public PrincipalRepaid withAmount(long corrected) {
      return new PrincipalRepaid(corrected);
    }
  }

  record InterestPaid(long amount) implements OfAmount {
    @Override
    public InterestPaid withAmount(long corrected) {
      return new InterestPaid(corrected);
    }
  }

  record InterestWaived(long amount) implements OfAmount {
    @Override
    public InterestWaived withAmount(long corrected) {
      return new InterestWaived(corrected);
    }
  }

  record MovedToOverdue(long amount) implements OfAmount {
    @Override
    public MovedToOverdue withAmount(long corrected) {
      return new MovedToOverdue(corrected);
    }
  }

  record ReturnedToTerm(long amount) implements OfAmount {
    @Override
    public ReturnedToTerm withAmount(long corrected) {
      return new ReturnedToTerm(corrected);
    }
  }

  /**
   * Interest stops.
   *
   * @param until the last day
   */
  record Frozen(LocalDate until) implements Act {}

  record Thawed() implements Act {}

  record Extended(LocalDate dueOn) implements Act {}

  record WrittenOff() implements Act {}

  /** What was still owed is paid. */
  record Settled() implements Act {}

  record BorrowerReplaced(UUID householdId) implements Act {}

  /**
   * @param groupId null for none
   */
  record Regrouped(@Nullable UUID groupId, UUID unitId) implements Act {}

  /** What is owed is paid at another transaction point, which is no commune. */
  record PointChanged(String point) implements Act {}

  /** The balances are what a statement says. */
  record Restated(Balances balances) implements Act {}
}
