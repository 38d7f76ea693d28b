package vn.sen.chassis.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.access.Scope;

/**
 * A job that gives records of a divided unit to a successor.
 *
 * @param author who wants it
 * @param reach where she may act; taken when she asked
 * @param counts what became of the records so far
 * @param failure the name of the rule that stopped it; null where none did
 */
public record Assignment(
    UUID id,
    Wanted wanted,
    String author,
    Scope.Reach reach,
    Instant createdAt,
    State state,
    Map<Outcome, Long> counts,
    @Nullable String failure) {

  /** How far it is. */
  public enum State {
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * What is wanted.
   *
   * @param unitId the unit that was divided
   * @param successorId who gets the records; null where the rule finds a successor for each
   * @param rule which records are meant, by the service's name for it
   * @param of what the rule is about: ids of branches, households, groups and the like
   * @param again whether what follows another successor already is given to this one
   */
  public record Wanted(
      UUID unitId, @Nullable UUID successorId, String rule, List<String> of, boolean again) {
    public Wanted {
      of = List.copyOf(of);
    }
  }

  /** What becomes of a record. */
  public enum Outcome {
    /** It follows the successor. */
    ASSIGNED,
    /** It followed the successor before. */
    ALREADY_THERE,
    /** It follows another successor, and was left there. */
    ELSEWHERE,
    /** The rule finds no successor for it. */
    UNDECIDED,
    /** The split does not concern it, or not yet. */
    NOT_CONCERNED,
    /** Who asked may not assign it. */
    OUT_OF_SCOPE,
    /** A rule refuses it. */
    REFUSED
  }

  /**
   * What became of one record.
   *
   * @param successorId whom it was meant for; null where the rule finds none
   * @param rule the name of the rule that refused it, else null
   */
  public record Result(
      UUID id, Outcome outcome, @Nullable UUID successorId, @Nullable String rule) {

    boolean saysToWhom() {
      return outcome != Outcome.ASSIGNED || successorId != null;
    }

    Result as(Outcome other, @Nullable String refusedBy) {
      return new Result(id, other, successorId, refusedBy);
    }
  }

  public Assignment {
    counts = Map.copyOf(counts);
  }
}
