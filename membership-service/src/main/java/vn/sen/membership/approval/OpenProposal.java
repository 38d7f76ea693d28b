package vn.sen.membership.approval;

import java.util.List;
import java.util.UUID;
import vn.sen.chassis.access.Caller;

/**
 * What waits for somebody else than its author.
 *
 * @param record what it is kept in: the redrawing, the unit, or the withdrawal
 * @param version of that record, to name when deciding
 * @param author who proposed it, by id
 * @param path below which it is decided: {@code <path>/approval}, {@code <path>/rejection}
 */
public record OpenProposal(Kind kind, UUID record, long version, String author, String path) {

  /** What it changes. */
  public enum Kind {
    REDRAWING,
    WOMEN_COUNT,
    IMPORT_WITHDRAWAL
  }

  /** Whoever keeps proposals tells which are open. */
  @FunctionalInterface
  public interface Source {

    /** Those whose whole effect lies within the reader's reach. */
    List<OpenProposal> openTo(Caller reader);
  }
}
