package vn.sen.reporting.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.MalformedEventException;
import vn.sen.events.UnknownEventException;
import vn.sen.events.audit.AuditEvent;
import vn.sen.events.audit.AuditEvents;

/**
 * One entry of the trail, made of one record of the log.
 *
 * @param offset of the record in its partition
 * @param hash the chain's, hexadecimal
 * @param id of the event; the same where a relay published it twice
 * @param at when it was recorded, by the clock of the service that did
 * @param what the event's type, or the operation of the API
 * @param actor who did it; null where nobody is known
 * @param client the program used; null for a process
 * @param about the records it concerns, by id
 * @param refusal why it was refused, null otherwise
 */
public record Entry(
    long offset,
    String hash,
    String id,
    Instant at,
    Kind kind,
    String what,
    @Nullable String actor,
    @Nullable String client,
    List<UUID> about,
    @Nullable Refusal refusal) {

  private static final String AUDIT_TYPE = "audit.entry.";

  public Entry {
    about = List.copyOf(about);
  }

  /**
   * Attempts that were refused.
   *
   * @param status the HTTP status
   * @param reason the problem's name
   * @param times how many of one kind
   * @param since when the first was
   */
  public record Refusal(int status, String reason, int times, Instant since) {}

  /** Reads a record; one that cannot be read makes an entry, too. */
  public static Entry of(LogRecord record, String hash) {
    try {
      var type = required(record, "ce_type");
      var told =
          new Entry(
              record.offset(),
              hash,
              required(record, "ce_id"),
              Instant.parse(required(record, "ce_time")).truncatedTo(ChronoUnit.MILLIS),
              Kind.CHANGED,
              type,
              record.header("ce_actor"),
              record.header("ce_client"),
              List.of(UUID.fromString(required(record, "ce_subject"))),
              null);
      var data = record.value();
      return type.startsWith(AUDIT_TYPE) && data != null
          ? told.of((AuditEvent) AuditEvents.CATALOG.decode(type, data))
          : told;
    } catch (IllegalArgumentException
        | DateTimeException
        | MalformedEventException
        | UnknownEventException e) {
      return unreadable(record, hash);
    }
  }

  private static String required(LogRecord record, String header) {
    var value = record.header(header);
    if (value == null) {
      throw new IllegalArgumentException(header);
    }
    return value;
  }

  private static Entry unreadable(LogRecord record, String hash) {
    var at = Instant.ofEpochMilli(record.appendedAt());
    return new Entry(
        record.offset(), hash, hash, at, Kind.UNREADABLE, "", null, null, List.of(), null);
  }

  private Entry of(AuditEvent event) {
    return switch (event) {
      case AuditEvent.RecordsRead e -> told(Kind.READ, e.operation(), e.about(), null);
      case AuditEvent.ActionTaken e -> told(Kind.DONE, e.operation(), e.about(), null);
      case AuditEvent.AttemptRefused e ->
          told(
              Kind.REFUSED,
              e.operation(),
              e.about(),
              new Refusal(
                  e.status(), e.reason(), e.times(), e.since().truncatedTo(ChronoUnit.MILLIS)));
      case AuditEvent.HeadsStated _ -> told(Kind.STATED, what, List.of(), null);
    };
  }

  private Entry told(Kind its, String operation, List<UUID> records, @Nullable Refusal refused) {
    return new Entry(offset, hash, id, at, its, operation, actor, client, records, refused);
  }

  /** Whether somebody did it, herself or through a process that acts for her. */
  boolean isBy(String somebody) {
    return actor != null && (actor.equals(somebody) || somebody.equals(actsFor(actor)));
  }

  /** Behind the name of a process, {@code import:<id>}, stands whom it acts for. */
  static @Nullable String actsFor(String actor) {
    int colon = actor.indexOf(':');
    return colon < 0 ? null : actor.substring(colon + 1);
  }
}
