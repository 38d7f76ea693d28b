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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
      loan = took(loan, update, TODAY);
    }
    return loan;
  }

  private static Loan took(Loan loan, LoanUpdate update, LocalDate toldOn) {
    return loan.take(update, FREEZING, toldOn).state();
  }

  private static LoanUpdate corrected(String corrects, LocalDate on, long amount) {
    return new LoanUpdate.Corrected("of " + corrects, corrects, amount, on);
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

  @Test
  void aLateCorrectionExplainsWhatWasToldBefore() {
    var loan =
        told(
            repaid("R1", day(10, 20), day(10, 20), 5_000_000),
            corrected("R1", day(10, 20), 4_000_000));
    assertThat(lateSince(loan, PRINCIPAL - 5_000_000)).contains(day(10, 20));
    assertThat(lateSince(loan, PRINCIPAL)).isEmpty();
    assertThat(loan.summary(FREEZING).isOf(AS_OF, AS_OF.plusDays(1))).isFalse();
  }

  @Test
  void aLateReversalExplainsWhatWasToldBefore() {
    var loan =
        told(
            repaid("R1", day(10, 20), day(10, 20), 5_000_000),
            new LoanUpdate.Reversed("R2", "R1", day(10, 20)));
    assertThat(lateSince(loan, PRINCIPAL - 5_000_000)).contains(day(10, 20));
    assertThat(lateSince(loan, PRINCIPAL - 1)).isEmpty();
    assertThat(loan.summary(FREEZING).isOf(AS_OF, AS_OF.plusDays(1))).isFalse();
  }

  @Test
  void whatALateCorrectionMovedToALaterDayExplainsTheFirstOne() {
    var loan =
        told(
            repaid("R1", day(10, 20), day(10, 20), 5_000_000),
            corrected("R1", day(11, 2), 5_000_000));
    assertThat(lateSince(loan, PRINCIPAL - 5_000_000)).contains(day(10, 20));
  }

  @Test
  void aCorrectedFirstDisbursementExplainsToo() {
    var loan = told(corrected("R0", LoanMother.LENT, 10_000_000));
    assertThat(lateSince(loan, PRINCIPAL)).contains(LoanMother.LENT);
  }

  @Test
  void whatWasCorrectedInTimeExplainsNothing() {
    var loan = told(repaid("R1", day(10, 20), day(10, 20), 5_000_000));
    loan = took(loan, corrected("R1", day(10, 20), 4_000_000), day(10, 31));
    assertThat(lateSince(loan, PRINCIPAL - 5_000_000)).isEmpty();
    assertThat(loan.summary(FREEZING).isOf(AS_OF, AS_OF.plusDays(1))).isTrue();
  }

  @Test
  void whatWasLateAndCorrectedLaterExplainsWithEither() {
    var loan = told(repaid("R1", day(10, 20), day(11, 3), 5_000_000));
    loan = took(loan, corrected("R1", day(10, 20), 4_000_000), day(11, 10));
    assertThat(lateSince(loan, PRINCIPAL)).contains(day(10, 20));
    assertThat(lateSince(loan, PRINCIPAL - 5_000_000)).contains(day(10, 20));
  }

  @Test
  void aLoanOfBeforeThisWasKeptCanBeRead() {
    // given
    var loan = told(repaid("R1", day(10, 20), day(10, 20), 5_000_000));
    var stored = JsonMapper.shared().<ObjectNode>valueToTree(loan);

    // when
    ((ObjectNode) stored.path("timeline")).remove("replaced");

    // then
    assertThat(JsonMapper.shared().treeToValue(stored, Loan.class)).isEqualTo(loan);
  }
}
