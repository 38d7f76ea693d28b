package vn.sen.lending.loan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.sen.events.lending.LoanPlace;

/** Loans to test with: fifty million đồng, lent on 10 January 2023 for three years. */
final class LoanMother {

  static final LocalDate LENT = LocalDate.of(2023, 1, 10);
  static final LocalDate DUE = LocalDate.of(2026, 1, 10);
  static final LocalDate TODAY = LocalDate.of(2023, 12, 31);
  static final long PRINCIPAL = 50_000_000;

  static final UUID BANK = UUID.randomUUID();
  static final UUID PROGRAMME = UUID.randomUUID();
  static final UUID UNIT = UUID.randomUUID();
  static final UUID GROUP = UUID.randomUUID();
  static final UUID HOUSEHOLD = UUID.randomUUID();

  static final Freezing FREEZING =
      new Freezing(List.of(new Freezing.Rule(LocalDate.of(2010, 7, 28), 5, "a decision")));

  private LoanMother() {}

  static LoanPlace place() {
    return new LoanPlace(BANK, PROGRAMME, UNIT, List.of(), GROUP, HOUSEHOLD, DUE);
  }

  static Contract contract() {
    return new Contract("6600-17", "C-1", place(), PRINCIPAL, LENT, 660, null);
  }

  static LoanUpdate.Posted disbursed() {
    return posted("R0", LENT, new Act.Disbursed(PRINCIPAL));
  }

  static LoanUpdate.Posted posted(String reference, LocalDate on, Act act) {
    return new LoanUpdate.Posted(new Posting(reference, on, 0, TODAY, act));
  }

  static LoanUpdate.Posted repaid(String reference, LocalDate on, long amount) {
    return posted(reference, on, new Act.PrincipalRepaid(amount));
  }

  static Loan opened() {
    return Loan.open(contract(), disbursed(), null, List.of(), FREEZING, TODAY).state();
  }

  static Loan after(LoanUpdate... updates) {
    var loan = opened();
    for (var update : updates) {
      loan = loan.take(update, FREEZING, TODAY).state();
    }
    return loan;
  }

  static LocalDate day(int month, int day) {
    return LocalDate.of(2023, month, day);
  }
}
