package vn.sen.lending.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.lending.GroupEvent.GroupRanked;
import vn.sen.events.lending.GroupEvent.HandedOver;
import vn.sen.events.lending.GroupEvent.LeaderGone;
import vn.sen.events.lending.GroupEvent.RankProposed;
import vn.sen.events.lending.GroupRank;

class GroupTest {

  private static final LocalDate START = LocalDate.of(2023, 1, 1);
  private static final LocalDate LATER = LocalDate.of(2023, 7, 1);
  private static final LocalDate TODAY = LocalDate.of(2023, 12, 31);

  private static Group opened() {
    return Group.open(UUID.randomUUID(), "T-01", UUID.randomUUID(), false, START).state();
  }

  private static Group.Leader leader(LocalDate from) {
    return new Group.Leader(UUID.randomUUID(), "Trần Thị Mô Phỏng", from);
  }

  @Test
  void a_successor_takes_over_what_the_last_leader_held() {
    // given
    var led = opened().appoint(leader(START), TODAY).state();

    // when
    var alone = led.leaderGone(LATER).state();
    assertThatThrownBy(() -> alone.handOver(1, 1, LATER, TODAY))
        .isInstanceOf(GroupRules.NoSuccessor.class);
    var followed = alone.appoint(leader(LATER), TODAY).state();

    // then
    assertThat(followed.handoverDue()).isTrue();
    var handedOver = followed.handOver(1_200_000, 3_000_000, LATER, TODAY);
    assertThat(handedOver.events()).isEqualTo(List.of(new HandedOver(1_200_000, 3_000_000, LATER)));
    assertThatThrownBy(() -> handedOver.state().handOver(1, 1, LATER, TODAY))
        .isInstanceOf(GroupRules.NothingToHandOver.class);
  }

  @Test
  void a_leader_who_is_followed_at_once_hands_over_too() {
    var followed =
        opened().appoint(leader(START), TODAY).state().appoint(leader(LATER), TODAY).state();

    assertThat(followed.handoverDue()).isTrue();
    assertThatThrownBy(() -> followed.appoint(leader(START), TODAY))
        .isInstanceOf(GroupRules.BeforeTheLastLeader.class);
  }

  @Test
  void nobody_leaves_before_she_led_nor_does_anything_in_the_future() {
    // given
    var led = opened().appoint(leader(LATER), TODAY).state();
    var tomorrow = TODAY.plusDays(1);

    // then old news is of no leader, and an officer is told so
    assertThat(led.leaderGone(LATER.minusDays(1)).events()).isEmpty();
    assertThatThrownBy(() -> led.relieve(LATER.minusDays(1), TODAY))
        .isInstanceOf(GroupRules.BeforeTheLeader.class);
    assertThat(led.relieve(LATER, TODAY).state().leader()).isNull();

    // and what is still to come does not hold yet
    assertThatThrownBy(() -> led.relieve(tomorrow, TODAY)).isInstanceOf(GroupRules.NotYet.class);
    assertThatThrownBy(() -> led.appoint(leader(tomorrow), TODAY))
        .isInstanceOf(GroupRules.NotYet.class);
    assertThatThrownBy(() -> led.handOver(1, 1, tomorrow, TODAY))
        .isInstanceOf(GroupRules.NotYet.class);
  }

  @Test
  void nobody_leads_of_whose_earlier_death_is_only_heard() {
    // given
    var member = UUID.randomUUID();
    var led = opened().appoint(new Group.Leader(member, "Bà Mô Phỏng", LATER), TODAY).state();

    // when
    var died = led.memberDied(member, LATER.minusDays(1));

    // then
    assertThat(died.events()).isEqualTo(List.of(new LeaderGone(LATER)));
    assertThat(died.state().leader()).isNull();
    assertThat(died.state().memberDied(member, LATER).events()).isEmpty();

    // and who leads by then stays
    assertThat(led.memberDied(UUID.randomUUID(), TODAY).events()).isEmpty();
  }

  @Test
  void a_rank_stands_until_the_next_and_is_corrected_for_its_period() {
    var ranked =
        opened()
            .rank(GroupRank.GOOD, START, null)
            .state()
            .rank(GroupRank.WEAK, LATER, null)
            .state();

    var corrected = ranked.rank(GroupRank.FAIR, START, null);

    assertThat(corrected.events()).isEqualTo(List.of(new GroupRanked(GroupRank.FAIR, START)));
    assertThat(corrected.state().ranks())
        .extracting(Group.Rank::rank)
        .containsExactly(GroupRank.FAIR, GroupRank.WEAK);
    assertThat(corrected.state().rank(GroupRank.FAIR, START, null).events()).isEmpty();
  }

  @Test
  void a_closed_group_gets_no_leader() {
    var closed = opened().close(LATER).state();

    assertThatThrownBy(() -> closed.appoint(leader(LATER), TODAY))
        .isInstanceOf(GroupRules.GroupIsClosed.class);
    assertThat(closed.close(LATER).events()).isEmpty();
  }

  @Test
  void an_officer_confirms_the_rank_proposed_or_says_why_not() {
    // given
    var shares = new RankProposal.Shares(0, 10_000, null);
    var proposal = new RankProposal(GroupRank.GOOD, START, LATER.minusDays(1), shares, List.of());
    var proposed = opened().propose(proposal);
    assertThat(proposed.events())
        .isEqualTo(List.of(new RankProposed(GroupRank.GOOD, START, LATER.minusDays(1))));

    // when
    var confirmed = proposed.state().rank(GroupRank.GOOD, START, null).state();
    assertThatThrownBy(() -> proposed.state().rank(GroupRank.WEAK, START, null))
        .isInstanceOf(GroupRules.ReasonNeeded.class);
    var overridden = proposed.state().rank(GroupRank.WEAK, START, "tổ trưởng vắng họp").state();

    // then
    assertThat(confirmed.ranks())
        .containsExactly(new Group.Rank(GroupRank.GOOD, START, GroupRank.GOOD, null));
    assertThat(overridden.ranks())
        .containsExactly(
            new Group.Rank(GroupRank.WEAK, START, GroupRank.GOOD, "tổ trưởng vắng họp"));
    // and a period that nobody looked at is ranked without
    assertThat(proposed.state().rank(GroupRank.FAIR, LATER, null).events())
        .isEqualTo(List.of(new GroupRanked(GroupRank.FAIR, LATER)));
  }

  @Test
  void savings_are_taken_back_only_where_they_are() {
    // given
    var saved = opened().save(500_000, LATER, TODAY).state();
    assertThat(saved.saved(LATER)).isEqualTo(500_000);
    assertThat(saved.saved(LATER.minusDays(1))).isZero();

    // when
    var less = saved.save(-200_000, LATER.plusDays(10), TODAY).state();

    // then
    assertThat(less.saved(TODAY)).isEqualTo(300_000);
    assertThatThrownBy(() -> less.save(-400_000, LATER.plusDays(20), TODAY))
        .isInstanceOf(GroupRules.MoreThanSaved.class);
    // and a day's savings are not taken back before, even where they came again since
    assertThatThrownBy(() -> less.save(-1, START, TODAY))
        .isInstanceOf(GroupRules.MoreThanSaved.class);
    assertThatThrownBy(() -> less.save(-400_000, LATER.plusDays(5), TODAY))
        .isInstanceOf(GroupRules.MoreThanSaved.class);
    assertThatThrownBy(() -> less.save(1, TODAY.plusDays(1), TODAY))
        .isInstanceOf(GroupRules.NotYet.class);
  }

  @Test
  void a_handover_shows_what_was_saved_until_then() {
    // given
    var led = opened().appoint(leader(START), TODAY).state().save(700_000, START, TODAY).state();
    var followed = led.appoint(leader(LATER), TODAY).state().save(50_000, TODAY, TODAY).state();

    // when
    var handedOver = followed.handOver(120_000, 30_000, LATER, TODAY).state();

    // then
    assertThat(handedOver.handovers())
        .containsExactly(new Group.Handover(LATER, 120_000, 30_000, 700_000));
  }
}
