package vn.sen.chassis.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.events.audit.AuditEvent;
import vn.sen.events.audit.AuditEvent.ActionTaken;
import vn.sen.events.audit.AuditEvent.RecordsRead;

/**
 * Puts on record what an endpoint is about to answer. A handler that shows records of people, or
 * does what leaves no event, takes it as an argument and says so before it answers; without the
 * entry there is no answer. The API's description marks such an operation with {@code x-sen-audit}.
 */
public final class OnRecord {

  /** So many ids at most stand in one entry; more make several. */
  private static final int IDS = 1_000;

  private final AuditTrail trail;
  private final Caller caller;
  private final String operation;

  OnRecord(AuditTrail trail, Caller caller, String operation) {
    this.trail = trail;
    this.caller = caller;
    this.operation = operation;
  }

  /** The record is shown. */
  public void shows(UUID record) {
    shows(List.of(record));
  }

  /** These records are shown; none where nothing was found. */
  public void shows(Collection<UUID> records) {
    write(records, (operation, ids) -> new RecordsRead(BusinessZone.today(), operation, ids));
  }

  /** Something is done to the record that none of its events tells. */
  public void does(UUID record) {
    write(
        List.of(record), (operation, ids) -> new ActionTaken(BusinessZone.today(), operation, ids));
  }

  private void write(Collection<UUID> records, BiFunction<String, List<UUID>, AuditEvent> entry) {
    var ids = new ArrayList<>(records);
    int from = 0;
    do {
      int to = Math.min(ids.size(), from + IDS);
      trail.write(caller.subject(), caller.client(), entry.apply(operation, ids.subList(from, to)));
      from = to;
    } while (from < ids.size());
  }
}
