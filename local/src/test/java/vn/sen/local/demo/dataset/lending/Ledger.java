package vn.sen.local.demo.dataset.lending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Keeps one loan's books as a bank would, apart from the generator: what is told late is put in its
 * place, and every step must be allowed where it stands.
 */
final class Ledger {

  private final Loan loan;
  private final List<Update> told = new ArrayList<>();
  private final HashSet<String> references = new HashSet<>();

  private long inTerm;
  private long overdue;
  private long frozen;
  private long arrears;
  private String identity;
  private String group;
  private LocalDate dueOn;
  private LocalDate disbursedOn;
  private boolean closed;

  private Ledger(Loan loan) {
    this.loan = loan;
    begin();
  }

  /** The loan's line when all is told, or null when nothing is owed any more. */
  static StatementLine afterAll(Loan loan) {
    var ledger = new Ledger(loan);
    for (var update : loan.updates()) {
      ledger.tell(update);
    }
    return ledger.line();
  }

  private void tell(Update update) {
    assertThat(update.loan()).isEqualTo(loan.number());
    assertThat(references.add(update.reference())).as("%s told once", update).isTrue();
    assertThat(update.sentOn()).isAfterOrEqualTo(update.on());
    told.add(update);
    replay();
  }

  private void replay() {
    begin();
    told.stream()
        .filter(
            u -> !(u.change() instanceof Change.Corrected || u.change() instanceof Change.Reversed))
        .sorted(Comparator.comparing(Update::on).thenComparing(Update::sequence))
        .forEach(this::take);
  }

  private void begin() {
    var opening = loan.opening();
    inTerm = opening == null ? 0 : opening.balance().inTerm();
    overdue = opening == null ? 0 : opening.balance().overdue();
    frozen = opening == null ? 0 : opening.balance().frozen();
    arrears = opening == null ? 0 : opening.balance().interestArrears();
    identity = opening == null ? null : opening.identity();
    group = opening == null ? null : opening.group();
    dueOn = opening == null ? null : opening.dueOn();
    disbursedOn = opening == null ? null : opening.disbursedOn();
    closed = false;
  }

  private void take(Update update) {
    if (update.change() instanceof Change.Opened first) {
      assertThat(disbursedOn).isNull();
      disbursedOn = update.on();
      inTerm = first.amount();
      identity = first.identity();
      group = first.group();
      dueOn = first.dueOn();
      assertThat(dueOn).isAfter(disbursedOn);
      return;
    }
    assertThat(closed).as("%s after the end", update).isFalse();
    assertThat(update.on()).as("%s", update).isAfterOrEqualTo(disbursedOn);
    switch (update.change()) {
      case Change.Disbursed paidOut -> inTerm += paidOut.amount();
      case Change.PrincipalRepaid repaid -> repay(update, effective(update, repaid.amount()));
      case Change.MovedToOverdue moved -> move(update, moved.amount());
      case Change.ReturnedToTerm back -> {
        assertThat(back.amount()).as("%s", update).isBetween(1L, overdue);
        move(update, -back.amount());
      }
      case Change.Frozen f -> {
        assertThat(f.until()).isBetween(update.on(), update.on().plusYears(3));
        frozen += inTerm + overdue;
        inTerm = 0;
        overdue = 0;
        assertThat(frozen).isPositive();
      }
      case Change.Thawed t -> {
        assertThat(frozen).isPositive();
        inTerm += frozen;
        frozen = 0;
      }
      case Change.Extended extended -> {
        assertThat(extended.dueOn()).isAfter(dueOn);
        dueOn = extended.dueOn();
      }
      case Change.WrittenOff w -> close();
      case Change.Settled s -> close();
      case Change.BorrowerReplaced heir -> identity = heir.identity();
      case Change.Regrouped other -> group = other.group();
      case Change.InterestPaid paid -> assertThat(paid.amount()).isPositive();
      case Change.InterestWaived waived -> assertThat(waived.amount()).isPositive();
      case Change.Opened o -> throw new AssertionError();
      case Change.Corrected c -> throw new AssertionError();
      case Change.Reversed r -> throw new AssertionError();
    }
  }

  /** The amount after the corrections told so far; reversed, it is nothing. */
  private long effective(Update update, long amount) {
    var result = amount;
    for (var other : told) {
      switch (other.change()) {
        case Change.Corrected c when c.corrects().equals(update.reference()) -> {
          assertThat(other.on()).isEqualTo(update.on());
          result = c.amount();
        }
        case Change.Reversed r when r.reverses().equals(update.reference()) -> result = 0;
        default -> {}
      }
    }
    return result;
  }

  private void repay(Update update, long amount) {
    assertThat(amount).as("%s", update).isBetween(0L, inTerm);
    inTerm -= amount;
  }

  private void move(Update update, long amount) {
    assertThat(amount).as("%s", update).isLessThanOrEqualTo(inTerm);
    inTerm -= amount;
    overdue += amount;
  }

  private void close() {
    assertThat(inTerm + overdue + frozen).isPositive();
    inTerm = 0;
    overdue = 0;
    closed = true;
  }

  private StatementLine line() {
    if (closed) {
      return null;
    }
    var line = loan.position();
    assertThat(line.identity()).isEqualTo(identity);
    assertThat(line.group()).isEqualTo(group);
    assertThat(line.dueOn()).isEqualTo(dueOn);
    assertThat(line.disbursedOn()).isEqualTo(disbursedOn);
    return line.with(new Balance(inTerm, overdue, frozen, arrears));
  }
}
