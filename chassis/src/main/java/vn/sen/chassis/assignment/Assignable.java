package vn.sen.chassis.assignment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.org.Split;

/** Records of one service that a rule of its own finds and that follow a successor. */
public interface Assignable {

  /**
   * A record.
   *
   * @param unit where it lies
   * @param via the successors that it follows personally; usually none
   * @param successor the one that the rule finds for it; null where it finds none
   */
  record Candidate(UUID id, UUID unit, List<UUID> via, @Nullable UUID successor) {
    public Candidate {
      via = List.copyOf(via);
    }
  }

  /** The records that are meant, in the order of their ids. */
  @FunctionalInterface
  interface Candidates {

    /**
     * A part of them; empty behind the last one.
     *
     * @param behind the last one of the part before; null for the first part
     */
    List<Candidate> next(@Nullable UUID behind, int limit);
  }

  /**
   * Looks for the records that are meant. What the rule has to know of all of them is read here,
   * once for all parts.
   */
  Candidates candidates(Split split, Assignment.Wanted wanted);

  /**
   * Gives a record to a successor; said twice it changes nothing.
   *
   * @param handover has to be asked inside the change whether it still holds
   * @throws vn.sen.chassis.domain.RuleViolation if it cannot be
   */
  void assign(UUID id, Handover handover, CommandContext by);
}
