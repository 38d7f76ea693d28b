package vn.sen.lending.bank;

import java.time.LocalDate;

/** What can be asked of a bank. */
sealed interface BankCommand {

  /** Work with a bank from a day on. */
  record Register(String code, String name, LocalDate from) implements BankCommand {}

  /** The bank bears another name from a day on; for a day already named, the name is corrected. */
  record Rename(String name, LocalDate from) implements BankCommand {}

  /**
   * How the platform learns of the bank's loans from now on.
   *
   * @param statementsOnly whether the province uploads its statements, because it has no programme
   *     that could post
   */
  record Report(boolean statementsOnly, LocalDate today) implements BankCommand {}
}
