package vn.sen.lending.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.lending.GroupEvent.GroupRanked;
import vn.sen.events.lending.GroupEvent.HandedOver;
import vn.sen.events.lending.GroupRank;

class GroupTest {

  private static final LocalDate START = LocalDate.of(2023, 1, 1);
  private static final LocalDate LATER = LocalDate.of(2023, 7, 1);

  private static Group opened() {
    return Group.open(UUID.randomUUID(), "T-01", UUID.randomUUID(), false, START).state();
  }

  private static Group.Leader leader(LocalDate from) {
    return new Group.Leader(UUID.randomUUID(), "Trần Thị Mô Phỏng", from);
  }

  @Test
  void a_successor_takes_over_what_the_last_leader_held() {
    // given
    var led = opened().appoint(leader(START)).state();

    // when
    var alone = led.leaderGone(LATER).state();
    assertThatThrownBy(() -> alone.handOver(1, 1, LATER))
        .isInstanceOf(GroupRules.NoSuccessor.class);
    var followed = alone.appoint(leader(LATER)).state();

    // then
    assertThat(followed.handoverDue()).isTrue();
    var handedOver = followed.handOver(1_200_000, 3_000_000, LATER);
    assertThat(handedOver.events()).isEqualTo(List.of(new HandedOver(1_200_000, 3_000_000, LATER)));
    assertThatThrownBy(() -> handedOver.state().handOver(1, 1, LATER))
        .isInstanceOf(GroupRules.NothingToHandOver.class);
  }

  @Test
  void a_leader_who_is_followed_at_once_hands_over_too() {
    var followed = opened().appoint(leader(START)).state().appoint(leader(LATER)).state();

    assertThat(followed.handoverDue()).isTrue();
    assertThatThrownBy(() -> followed.appoint(leader(START)))
        .isInstanceOf(GroupRules.BeforeTheLastLeader.class);
  }

  @Test
  void a_rank_stands_until_the_next_and_is_corrected_for_its_period() {
    var ranked = opened().rank(GroupRank.GOOD, START).state().rank(GroupRank.WEAK, LATER).state();

    var corrected = ranked.rank(GroupRank.FAIR, START);

    assertThat(corrected.events()).isEqualTo(List.of(new GroupRanked(GroupRank.FAIR, START)));
    assertThat(corrected.state().ranks())
        .extracting(Group.Rank::rank)
        .containsExactly(GroupRank.FAIR, GroupRank.WEAK);
    assertThat(corrected.state().rank(GroupRank.FAIR, START).events()).isEmpty();
  }

  @Test
  void a_closed_group_gets_no_leader() {
    var closed = opened().close(LATER).state();

    assertThatThrownBy(() -> closed.appoint(leader(LATER)))
        .isInstanceOf(GroupRules.GroupIsClosed.class);
    assertThat(closed.close(LATER).events()).isEmpty();
  }
}
