package vn.sen.lending.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sen.events.lending.AgreementTerms.RankLimits;
import vn.sen.events.lending.GroupRank;
import vn.sen.lending.group.RankProposal.Criterion;
import vn.sen.lending.group.RankProposal.Reason;
import vn.sen.lending.group.RankProposal.Shares;

/** Good: at most 1 % overdue, 98 % of the interest, 90 % of the days; fair: 2 %, 90 %. */
class RankProposalTest {

  private static final List<RankLimits> RULES =
      List.of(
          new RankLimits(GroupRank.GOOD, 100, 9_800, 9_000),
          new RankLimits(GroupRank.FAIR, 200, 9_000, null));

  private static RankProposal rank(int overdue, int interest, Integer attendance) {
    return RankProposal.of(
        RULES,
        new Shares(overdue, interest, attendance),
        LocalDate.of(2023, 1, 1),
        LocalDate.of(2023, 6, 30));
  }

  @Test
  void the_best_rank_whose_limits_are_all_kept() {
    assertThat(rank(100, 9_800, 9_000))
        .returns(GroupRank.GOOD, RankProposal::rank)
        .returns(List.of(), RankProposal::reasons);
  }

  @Test
  void tells_what_kept_it_from_a_better_one() {
    assertThat(rank(150, 9_900, 8_000))
        .returns(GroupRank.FAIR, RankProposal::rank)
        .returns(
            List.of(
                new Reason(GroupRank.GOOD, Criterion.OVERDUE, 150, 100),
                new Reason(GroupRank.GOOD, Criterion.ATTENDANCE, 8_000, 9_000)),
            RankProposal::reasons);
  }

  @Test
  void weak_is_who_reaches_none() {
    assertThat(rank(0, 8_999, null))
        .returns(GroupRank.WEAK, RankProposal::rank)
        .extracting(RankProposal::reasons)
        .isEqualTo(
            List.of(
                new Reason(GroupRank.GOOD, Criterion.INTEREST, 8_999, 9_800),
                new Reason(GroupRank.FAIR, Criterion.INTEREST, 8_999, 9_000)));
  }

  @Test
  void attendance_that_nobody_knows_does_not_count() {
    assertThat(rank(0, 10_000, null).rank()).isEqualTo(GroupRank.GOOD);
  }
}
