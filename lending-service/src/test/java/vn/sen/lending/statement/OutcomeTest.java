package vn.sen.lending.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.lending.loan.Balances;
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

    static Known of(Balances balances) {
      return new Known(HOUSEHOLD, false, balances, null);
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
    return Outcome.of(LineMother.line(stated), isBorrower(known), known);
  }

  private static boolean isBorrower(@Nullable KnownLoan known) {
    return known == null || known.householdId().equals(HOUSEHOLD);
  }

  @Test
  void whatAgreesToTheDongIsEqualWhateverTheInterest() {
    assertThat(compare(new Balances(5_000, 0, 0, 120_000), Known.of(owed(5_000))))
        .isEqualTo(new Equal());
  }

  @Test
  void theTransactionPointIsComparedWhereTheLineNamesOne() {
    var known = Known.of(owed(5_000));

    assertThat(Outcome.of(LineMother.line(owed(5_000), "D-07"), true, known))
        .isEqualTo(new Equal());
    assertThat(Outcome.of(LineMother.line(owed(5_000), "D-08"), true, known))
        .isEqualTo(new Different(DifferenceCause.OTHER_POINT, null, 0));
    assertThat(Outcome.of(LineMother.line(owed(4_000), "D-08"), true, known))
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
