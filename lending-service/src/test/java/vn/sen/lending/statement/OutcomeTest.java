package vn.sen.lending.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.lending.loan.Balances;
import vn.sen.lending.loan.LoanSummary.Terms;
import vn.sen.lending.statement.Outcome.Different;
import vn.sen.lending.statement.Outcome.Equal;

class OutcomeTest {

  private static final UUID HOUSEHOLD = UUID.randomUUID();
  private static final LocalDate LAST = LocalDate.of(2023, 9, 5);

  private static Balances owed(long inTerm) {
    return new Balances(inTerm, 0, 0, 0);
  }

  /** A loan as the platform knows it. */
  private record Known(
      UUID householdId, boolean closed, Balances balances, @Nullable LocalDate late)
      implements KnownLoan {

    private static final Terms TERMS =
        new Terms(LocalDate.of(2025, 5, 20), UUID.randomUUID(), List.of(), null);

    static Known of(Balances balances) {
      return new Known(HOUSEHOLD, false, balances, null);
    }

    @Override
    public Terms terms() {
      return TERMS;
    }

    @Override
    public String point() {
      return "D-07";
    }

    @Override
    public LocalDate lastPosting() {
      return LAST;
    }

    @Override
    public Optional<LocalDate> lateSince(Balances stated) {
      return Optional.ofNullable(late);
    }
  }

  private static Outcome compare(Balances stated, @Nullable KnownLoan known) {
    return Outcome.of(LineMother.line(stated), isBorrower(known), true, known);
  }

  private static boolean isBorrower(@Nullable KnownLoan known) {
    return known == null || known.householdId().equals(HOUSEHOLD);
  }

  @Test
  void whatAgreesToTheDongIsEqual() {
    var known = Known.of(new Balances(5_000, 0, 0, 120_000));

    assertThat(compare(new Balances(5_000, 0, 0, 120_000), known)).isEqualTo(new Equal());
  }

  @Test
  void otherInterestInArrearsIsADifferenceOfNoPrincipal() {
    var known = Known.of(new Balances(5_000, 0, 0, 120_000));

    assertThat(compare(new Balances(5_000, 0, 0, 90_000), known))
        .isEqualTo(new Different(DifferenceCause.INTEREST, LAST, 0));
    // and where the principal differs, too, that is what it is named by
    assertThat(compare(new Balances(4_000, 0, 0, 90_000), known))
        .isEqualTo(new Different(DifferenceCause.MISSING_UPDATE, LAST, -1_000));
  }

  @Test
  void interestPaidThatWasToldLateExplainsTheArrears() {
    var since = LocalDate.of(2023, 10, 20);
    var known = new Known(HOUSEHOLD, false, new Balances(5_000, 0, 0, 0), since);

    assertThat(compare(new Balances(5_000, 0, 0, 90_000), known))
        .isEqualTo(new Different(DifferenceCause.LATE, since, 0));
  }

  @Test
  void otherTermsAreADifferenceUntilTheLoanIsOver() {
    var known = Known.of(owed(5_000));
    var over = new Known(HOUSEHOLD, true, owed(0), null);

    assertThat(Outcome.of(LineMother.line(new Balances(5_000, 0, 0, 1)), true, false, known))
        .isEqualTo(new Different(DifferenceCause.OTHER_TERMS, null, 0));
    assertThat(Outcome.of(LineMother.line(new Balances(0, 0, 0, 9_000)), true, false, over))
        .isEqualTo(new Equal());
  }

  @Test
  void theTransactionPointIsComparedWhereTheLineNamesOne() {
    var known = Known.of(owed(5_000));

    assertThat(Outcome.of(LineMother.line(owed(5_000), "D-07"), true, true, known))
        .isEqualTo(new Equal());
    assertThat(Outcome.of(LineMother.line(owed(5_000), "D-08"), true, true, known))
        .isEqualTo(new Different(DifferenceCause.OTHER_POINT, null, 0));
    assertThat(Outcome.of(LineMother.line(owed(4_000), "D-08"), true, true, known))
        .isEqualTo(new Different(DifferenceCause.MISSING_UPDATE, LAST, -1_000));
  }

  @Test
  void aLoanThatThePlatformDoesNotKnowIsNamedSo() {
    assertThat(compare(owed(5_000), null))
        .isEqualTo(new Different(DifferenceCause.UNKNOWN_LOAN, null, 5_000));
  }

  @Test
  void whatIsOwedThereAndClosedHereIsNamedSoEvenIfTheClosingCameLate() {
    assertThat(compare(owed(5_000), new Known(HOUSEHOLD, true, owed(0), LAST)))
        .isEqualTo(new Different(DifferenceCause.CLOSED_HERE, LAST, 5_000));
    assertThat(compare(owed(0), new Known(HOUSEHOLD, true, owed(0), null))).isEqualTo(new Equal());
  }

  @Test
  void anotherBorrowerIsADifferenceAlsoWhereTheMoneyAgrees() {
    assertThat(compare(owed(5_000), new Known(UUID.randomUUID(), false, owed(5_000), null)))
        .isEqualTo(new Different(DifferenceCause.OTHER_HOUSEHOLD, null, 0));
  }

  @Test
  void anUpdateThatCameLateExplainsExactlyTheDifference() {
    var since = LocalDate.of(2023, 10, 20);
    assertThat(compare(owed(5_000_000), new Known(HOUSEHOLD, false, owed(3_000_000), since)))
        .isEqualTo(new Different(DifferenceCause.LATE, since, 2_000_000));
  }

  @Test
  void lessThanAThousandDongIsRounding() {
    assertThat(compare(owed(5_000_999), Known.of(owed(5_000_000))))
        .isEqualTo(new Different(DifferenceCause.ROUNDING, LAST, 999));
    assertThat(compare(owed(5_001_000), Known.of(owed(5_000_000))))
        .isEqualTo(new Different(DifferenceCause.MISSING_UPDATE, LAST, 1_000));
  }

  @Test
  void principalThatStandsElsewhereIsAMissingUpdateOfNoAmount() {
    assertThat(compare(new Balances(3_000_000, 2_000_000, 0, 0), Known.of(owed(5_000_000))))
        .isEqualTo(new Different(DifferenceCause.MISSING_UPDATE, LAST, 0));
  }
}
