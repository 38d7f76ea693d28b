package vn.sen.lending.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.lending.loan.LoanMother.FREEZING;
import static vn.sen.lending.loan.LoanMother.PRINCIPAL;
import static vn.sen.lending.loan.LoanMother.TODAY;
import static vn.sen.lending.loan.LoanMother.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A statement's day is 30 October; what was told behind the 31st came late. */
class LateUpdatesTest {

  private static final LocalDate AS_OF = day(10, 30);

  private static LoanUpdate repaid(String reference, LocalDate on, LocalDate toldOn, long amount) {
    return new LoanUpdate.Posted(
        new Posting(reference, on, 0, toldOn, new Act.PrincipalRepaid(amount)));
  }

  private static Loan told(LoanUpdate... updates) {
    var loan =
        Loan.open(
                LoanMother.contract(),
                new LoanUpdate.Posted(
                    new Posting(
                        "R0", LoanMother.LENT, 0, LoanMother.LENT, new Act.Disbursed(PRINCIPAL))),
                null,
                List.of(),
                FREEZING,
                TODAY)
            .state();
    for (var update : updates) {
      loan = loan.take(update, FREEZING, TODAY).state();
    }
    return loan;
  }

  private static Optional<LocalDate> lateSince(Loan loan, long inTerm) {
    return loan.lateSince(
        AS_OF, AS_OF.plusDays(1), balances -> balances.inTerm() == inTerm, FREEZING);
  }

  @Test
  void whatCameInTimeExplainsNothing() {
    var loan = told(repaid("R1", day(10, 20), day(10, 31), 5_000_000));
    assertThat(lateSince(loan, PRINCIPAL)).isEmpty();
  }

  @Test
  void aLateUpdateExplainsWhatWasBeforeIt() {
    var loan = told(repaid("R1", day(10, 20), day(11, 3), 5_000_000));
    assertThat(lateSince(loan, PRINCIPAL)).contains(day(10, 20));
    assertThat(lateSince(loan, PRINCIPAL - 1)).isEmpty();
    assertThat(loan.lastPosting(AS_OF)).contains(day(10, 20));
  }

  @Test
  void allThatCameLateIsLeftOutAlsoWhereSomethingInTimeStandsBehindIt() {
    var loan =
        told(
            repaid("R2", day(9, 1), day(9, 1), 1_000_000),
            repaid("R1", day(8, 1), day(11, 3), 5_000_000));
    assertThat(lateSince(loan, PRINCIPAL - 1_000_000)).contains(day(8, 1));
  }

  @Test
  void ofSeveralThatCameLateTheLastOnesCanExplain() {
    var loan =
        told(
            repaid("R1", day(8, 1), day(11, 3), 5_000_000),
            repaid("R2", day(10, 25), day(11, 3), 1_000_000));
    assertThat(lateSince(loan, PRINCIPAL - 5_000_000)).contains(day(10, 25));
    assertThat(lateSince(loan, PRINCIPAL)).contains(day(8, 1));
  }

  @Test
  void whatIsOfLaterDaysHasNothingToDoWithIt() {
    var loan = told(repaid("R1", day(11, 2), day(11, 3), 5_000_000));
    assertThat(lateSince(loan, PRINCIPAL)).isEmpty();
    assertThat(loan.lastPosting(AS_OF)).contains(LoanMother.LENT);
  }
}
