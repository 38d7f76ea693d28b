package vn.sen.lending.statement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.membership.Approval;
import vn.sen.lending.loan.Balances;
import vn.sen.lending.loan.LoanSummary.Terms;

/** Loans in which something can be made to go wrong. */
class StatementLoansDecorator implements StatementLoans {

  private final StatementLoans loans;

  StatementLoansDecorator(StatementLoans loans) {
    this.loans = loans;
  }

  @Override
  public String borrower(String identity) {
    return loans.borrower(identity);
  }

  @Override
  public UUID household(String borrower) {
    return loans.household(borrower);
  }

  @Override
  public boolean isOne(UUID household, UUID other) {
    return loans.isOne(household, other);
  }

  @Override
  public UUID loan(UUID bankId, String number) {
    return loans.loan(bankId, number);
  }

  @Override
  public Optional<UUID> programme(String code) {
    return loans.programme(code);
  }

  @Override
  public Optional<UUID> commune(String code, LocalDate day) {
    return loans.commune(code, day);
  }

  @Override
  public UUID group(UUID bankId, String code) {
    return loans.group(bankId, code);
  }

  @Override
  public boolean mayLieIn(UUID commune, Terms known, LocalDate day) {
    return loans.mayLieIn(commune, known, day);
  }

  @Override
  public Map<UUID, KnownLoan> known(Collection<UUID> ids, LocalDate day) {
    return loans.known(ids, day);
  }

  @Override
  public Map<UUID, String> numbers(Collection<UUID> ids) {
    return loans.numbers(ids);
  }

  @Override
  public void ofBank(UUID bankId, Predicate<List<UUID>> pages) {
    loans.ofBank(bankId, pages);
  }

  @Override
  public Map<UUID, RuleViolation> open(StatementFile file, int part, List<Opening> openings) {
    return loans.open(file, part, openings);
  }

  @Override
  public Map<UUID, RuleViolation> restate(
      StatementFile file, String part, Map<UUID, Balances> stated, Approval approval) {
    return loans.restate(file, part, stated, approval);
  }

  @Override
  public Map<UUID, RuleViolation> move(
      StatementFile file, String part, Map<UUID, String> points, Approval approval) {
    return loans.move(file, part, points, approval);
  }

  @Override
  public Map<UUID, RuleViolation> agree(
      StatementFile file, String part, Map<UUID, StatedTerms> stated, Approval approval) {
    return loans.agree(file, part, stated, approval);
  }
}
