package vn.sen.membership.attendance;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;

/** Keeps the lists of attendance. */
@Component
class AttendanceLists {

  private static final AggregateKind<AttendanceList> KIND =
      new AggregateKind<>(
          "attendanceList",
          "attendanceLists",
          Topic.ATTENDANCE,
          MembershipEvents.SOURCE,
          MembershipEvents.CATALOG,
          AttendanceList.class,
          _ -> Map.of(),
          _ -> List.of(),
          List.of());

  private final AggregateStore<AttendanceList> store;

  AttendanceLists(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  Committed create(CommandContext by, Decision<AttendanceList> decision) {
    return store.create(by.newId(), by, decision);
  }

  Committed change(
      UUID id, CommandContext by, Function<AttendanceList, Decision<AttendanceList>> decide) {
    return store.change(id, by, decide);
  }

  Stored<AttendanceList> get(UUID id) {
    return store.get(id);
  }
}
