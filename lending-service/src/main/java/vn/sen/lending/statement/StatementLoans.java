package vn.sen.lending.statement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.membership.Approval;
import vn.sen.lending.loan.Balances;
import vn.sen.lending.loan.LoanSummary.Terms;

/** What statements ask of loans. */
interface StatementLoans {

  /** What stands for an identity number. */
  String borrower(String identity);

  /** The household that a borrower's identity number names, opened or not. */
  UUID household(String borrower);

  /** Whether an officer has said that two households are one. */
  boolean isOne(UUID household, UUID other);

  /** The loan that a bank's number names, known or not. */
  UUID loan(UUID bankId, String number);

  Optional<UUID> programme(String code);

  /** The commune that bears a code on a day. */
  Optional<UUID> commune(String code, LocalDate day);

  /** The group that a bank's code names, opened or not. */
  UUID group(UUID bankId, String code);

  /** Whether a loan may lie in a commune on the map of a day. */
  boolean mayLieIn(UUID commune, Terms known, LocalDate day);

  /** Those of the loans that are known, as they stand at the end of a day. */
  Map<UUID, KnownLoan> known(Collection<UUID> loans, LocalDate day);

  /** The banks' numbers of those of the loans that are known. */
  Map<UUID, String> numbers(Collection<UUID> loans);

  /**
   * Goes through the loans of a bank once.
   *
   * @param pages takes some at a time, and says whether to go on
   */
  void ofBank(UUID bankId, Predicate<List<UUID>> pages);

  /** A line whose loan begins with it. */
  record Opening(StatementLine line, UUID loan, UUID programme, UUID unit) {}

  /**
   * Takes loans over with what is left of them; groups and households that nobody has named before
   * begin with them. Safe to repeat.
   *
   * @param part of the statement, the same at every attempt
   * @return why some cannot begin, by loan
   */
  Map<UUID, RuleViolation> open(StatementFile file, int part, List<Opening> openings);

  /**
   * Takes a statement's word for balances. Safe to repeat.
   *
   * @param part of the statement, the same at every attempt
   * @return why it was refused for some, by loan
   */
  Map<UUID, RuleViolation> restate(
      StatementFile file, String part, Map<UUID, Balances> stated, Approval approval);

  /**
   * Takes a statement's word for transaction points. Safe to repeat.
   *
   * @param part of the statement, the same at every attempt
   * @return why it was refused for some, by loan
   */
  Map<UUID, RuleViolation> move(
      StatementFile file, String part, Map<UUID, String> points, Approval approval);

  /**
   * What a line states of day, group and commune.
   *
   * @param group the bank's code; null where it says nothing of it
   * @param unit null where the map of the statement's day does not know it
   */
  record StatedTerms(LocalDate dueOn, @Nullable String group, @Nullable UUID unit) {}

  /**
   * Takes a statement's word for the days on which loans are due, their groups and communes; groups
   * that nobody has named before begin with it. Safe to repeat.
   *
   * @param part of the statement, the same at every attempt
   * @return why it was refused for some, by loan
   */
  Map<UUID, RuleViolation> agree(
      StatementFile file, String part, Map<UUID, StatedTerms> stated, Approval approval);
}
