package vn.sen.benchmarks.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.reporting.membership.MembershipRow;
import vn.sen.reporting.membership.MembershipView;

class MemberHistoryTest {

  private static final int MEMBERS = 230;

  private final MembershipView view = new MembershipView();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 13})
  void everyMemberIsInOneUnitHoweverLongHerHistory(int events) {
    // given
    Map<UUID, Long> units = new HashMap<>();
    Map<MembershipRow, Long> rows = new HashMap<>();

    // when
    for (int member = 0; member < MEMBERS; member++) {
      for (int sequence = 1; sequence <= events; sequence++) {
        var record = MemberHistory.event(member, sequence);
        var meta = new RecordMeta(record.subject(), sequence, 0);
        var event = MembershipEvents.CATALOG.decode(record.type(), record.data());
        view.fold(event, meta, (row, delta) -> rows.merge(row, delta, Long::sum));
      }
    }
    rows.forEach((row, delta) -> units.merge(((MembershipRow.Step) row).unit(), delta, Long::sum));

    // then
    assertThat(units).hasSize(MemberHistory.units());
    assertThat(units.values()).allMatch(members -> members >= 2 && members <= 3);
    assertThat(units.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(MEMBERS);
  }

  @Test
  void noTwoMembersHaveTheSameId() {
    var ids = new HashSet<UUID>();
    IntStream.range(0, 100_000).mapToObj(MemberHistory::idOf).forEach(ids::add);
    assertThat(ids).hasSize(100_000);
  }
}
