package vn.sen.events.lending;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the Union and a bank have agreed on from a day on. Shares are in hundredths of a percent.
 *
 * @param from the first day, until the next terms with the bank
 * @param entrusted whether the bank entrusts its loans to the Union for a fee; else the Union only
 *     vouches for the borrowers and owes neither checks nor gets a fee
 * @param firstCheckDays the use of a loan is checked within so many days after each disbursement;
 *     null where no checks are agreed
 * @param checkEveryMonths and once in so many months after the first one; null for never again
 * @param feeShare the fee, of the interest collected
 * @param programmeFees programmes of which the fee is another one
 * @param fewestBorrowers in a savings and credit group
 * @param mostBorrowers in a savings and credit group
 * @param ranking what a group must reach for a rank, the best one first; weak is who reaches none
 * @param source where it is written
 */
public record AgreementTerms(
    LocalDate from,
    boolean entrusted,
    @Nullable Integer firstCheckDays,
    @Nullable Integer checkEveryMonths,
    int feeShare,
    List<ProgrammeFee> programmeFees,
    int fewestBorrowers,
    int mostBorrowers,
    List<RankLimits> ranking,
    String source) {

  public AgreementTerms {
    programmeFees = programmeFees == null ? List.of() : List.copyOf(programmeFees);
    ranking = ranking == null ? List.of() : List.copyOf(ranking);
  }

  /**
   * The fee of one programme.
   *
   * @param share of the interest collected, in hundredths of a percent
   */
  public record ProgrammeFee(UUID programmeId, int share) {}

  /**
   * What a group must reach for a rank. Shares are in hundredths of a percent.
   *
   * @param mostOverdue overdue principal ÷ outstanding principal, at most
   * @param leastInterest interest collected ÷ interest that was to be paid, at least
   * @param leastAttendance days attended ÷ fixed days of the bank, at least; null where it does not
   *     matter
   */
  public record RankLimits(
      GroupRank rank, int mostOverdue, int leastInterest, @Nullable Integer leastAttendance) {}
}
