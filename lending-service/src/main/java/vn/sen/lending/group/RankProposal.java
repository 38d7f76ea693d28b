package vn.sen.lending.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.AgreementTerms.RankLimits;
import vn.sen.events.lending.GroupRank;

/**
 * The rank that the rules agreed with the bank come to.
 *
 * @param from the first day of the period looked at
 * @param to its last day
 * @param reasons what kept the group from each better rank; none for the best one
 */
record RankProposal(
    GroupRank rank, LocalDate from, LocalDate to, Shares shares, List<Reason> reasons) {

  /** What groups are ranked by. */
  enum Criterion {
    /** Overdue principal ÷ outstanding principal, at the end of the period. */
    OVERDUE,
    /** Interest collected in the period ÷ the same and what is in arrears at its end. */
    INTEREST,
    /** Fixed days of the bank attended ÷ all of them. */
    ATTENDANCE
  }

  /**
   * How a group did, in hundredths of a percent.
   *
   * @param attendance null where nobody knows; then it does not count
   */
  record Shares(int overdue, int interest, @Nullable Integer attendance) {}

  /**
   * A limit that the group missed. Shares are in hundredths of a percent.
   *
   * @param missed the rank that it belongs to
   * @param share the group's
   */
  record Reason(GroupRank missed, Criterion criterion, int share, int limit) {}

  RankProposal {
    reasons = List.copyOf(reasons);
  }

  /**
   * Looks for the best rank all of whose limits are kept.
   *
   * @param ranking the best rank first; weak is who reaches none
   */
  static RankProposal of(List<RankLimits> ranking, Shares shares, LocalDate from, LocalDate to) {
    var reasons = new ArrayList<Reason>();
    for (var limits : ranking) {
      var missed = missed(limits, shares);
      if (missed.isEmpty()) {
        return new RankProposal(limits.rank(), from, to, shares, reasons);
      }
      reasons.addAll(missed);
    }
    return new RankProposal(GroupRank.WEAK, from, to, shares, reasons);
  }

  private static List<Reason> missed(RankLimits limits, Shares shares) {
    var missed = new ArrayList<Reason>();
    if (shares.overdue() > limits.mostOverdue()) {
      missed.add(
          new Reason(limits.rank(), Criterion.OVERDUE, shares.overdue(), limits.mostOverdue()));
    }
    if (shares.interest() < limits.leastInterest()) {
      missed.add(
          new Reason(limits.rank(), Criterion.INTEREST, shares.interest(), limits.leastInterest()));
    }
    var attended = shares.attendance();
    var least = limits.leastAttendance();
    if (attended != null && least != null && attended < least) {
      missed.add(new Reason(limits.rank(), Criterion.ATTENDANCE, attended, least));
    }
    return missed;
  }
}
