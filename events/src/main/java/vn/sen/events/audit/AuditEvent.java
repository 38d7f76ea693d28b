package vn.sen.events.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * An entry of the audit trail; who did it and with which program, its envelope says. Each is an
 * aggregate of its own.
 */
public sealed interface AuditEvent extends DomainEvent {

  /** The day on which it happened. */
  LocalDate on();

  @Override
  default LocalDate effectiveDate() {
    return on();
  }

  /**
   * Records were shown, or a search was answered.
   *
   * @param operation method and path as the API's description has them
   * @param about the records shown, by id; none where a search found nothing
   */
  @EventName("audit.entry.read.v1")
  record RecordsRead(LocalDate on, String operation, List<UUID> about) implements AuditEvent {
    public RecordsRead {
      about = orEmpty(about);
    }
  }

  /**
   * Something was done that leaves no event of the domain: a file received, an import ordered.
   *
   * @param operation method and path as the API's description has them
   * @param about what it was done to, by id
   */
  @EventName("audit.entry.done.v1")
  record ActionTaken(LocalDate on, String operation, List<UUID> about) implements AuditEvent {
    public ActionTaken {
      about = orEmpty(about);
    }
  }

  /**
   * Somebody tried what she may not. Attempts of one kind that follow each other closely are told
   * together.
   *
   * @param operation method and path as the API's description has them; {@code *} where it has none
   * @param status the HTTP status of the answer
   * @param reason the problem's name: {@code out-of-scope}
   * @param about the records asked for, by id, as far as known and not more than a hundred
   * @param times how many attempts
   * @param since when the first of them was
   */
  @EventName("audit.entry.refused.v1")
  record AttemptRefused(
      LocalDate on,
      String operation,
      int status,
      String reason,
      List<UUID> about,
      int times,
      Instant since)
      implements AuditEvent {
    public AttemptRefused {
      about = orEmpty(about);
    }
  }

  /**
   * How far the trail reached and what its chains ended with; whoever shortens a chain or makes it
   * anew contradicts it.
   */
  @EventName("audit.entry.heads-stated.v1")
  record HeadsStated(LocalDate on, List<ChainHead> heads) implements AuditEvent {
    public HeadsStated {
      heads = orEmpty(heads);
    }
  }

  private static <T> List<T> orEmpty(List<T> list) {
    // absent on the wire when empty
    return list == null ? List.of() : List.copyOf(list);
  }
}
