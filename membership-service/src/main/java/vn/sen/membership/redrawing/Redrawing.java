package vn.sen.membership.redrawing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import vn.sen.chassis.approval.AlreadyDecided;
import vn.sen.chassis.approval.Proposal;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.membership.Approval;
import vn.sen.events.membership.RedrawingEvent.RedrawingProposed;
import vn.sen.events.membership.RedrawingEvent.RedrawingRejected;
import vn.sen.membership.orgunit.Units;

/**
 * A redrawing of the map by a resolution. It is one act: the whole of it holds from one day on, or
 * nothing. Somebody proposes it, and the map stays as it is until somebody else approves it.
 *
 * <p>A proposal keeps nobody else from anything: codes and units are its own only once it is
 * approved, and then it is worked out again against the map as it has become.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Redrawing.Proposed.class, name = "PROPOSED"),
  @JsonSubTypes.Type(value = Redrawing.InForce.class, name = "IN_FORCE"),
  @JsonSubTypes.Type(value = Redrawing.Rejected.class, name = "REJECTED")
})
sealed interface Redrawing {

  /** As the API names the states. */
  enum State {
    PROPOSED,
    IN_FORCE,
    REJECTED
  }

  Draft draft();

  String author();

  /** It waits for somebody else than its author. */
  record Proposed(Proposal<RedrawMap> proposal, Draft draft) implements Redrawing {
    @Override
    public String author() {
      return proposal.author();
    }
  }

  /** The map is redrawn. */
  record InForce(Draft draft, Approval approval) implements Redrawing {
    @Override
    public String author() {
      return approval.author();
    }
  }

  /** It is not carried out. */
  record Rejected(Draft draft, String author, String rejectedBy) implements Redrawing {}

  /**
   * Proposes a redrawing.
   *
   * @param map the units as known now
   * @param newIds derives a unit's id from its key, the same at every attempt
   */
  static Decision<Redrawing> propose(
      Proposal<RedrawMap> proposal, Units map, Function<String, UUID> newIds, LocalDate today) {
    return Decision.of(
        new Proposed(proposal, Draft.of(proposal.content(), map, newIds)),
        new RedrawingProposed(proposal.author(), today));
  }

  /**
   * Approves it: the map is redrawn, if it still allows that. Parameters as in {@link #propose}.
   */
  default Decision<Redrawing> approve(String approver, Units map, Function<String, UUID> newIds) {
    var proposal = proposed().proposal();
    var approval = proposal.approvedBy(approver);
    var worked = Draft.of(proposal.content(), map, newIds);
    return Decision.of(new InForce(worked, approval), worked.redrawn(approval));
  }

  default Decision<Redrawing> reject(String by, LocalDate today) {
    var proposed = proposed();
    return Decision.of(
        new Rejected(proposed.draft(), proposed.author(), by), new RedrawingRejected(by, today));
  }

  private Proposed proposed() {
    if (this instanceof Proposed proposed) {
      return proposed;
    }
    throw new AlreadyDecided();
  }

  default State state() {
    return switch (this) {
      case Proposed _ -> State.PROPOSED;
      case InForce _ -> State.IN_FORCE;
      case Rejected _ -> State.REJECTED;
    };
  }

  /** The natural keys it holds: none before it is in force. */
  default Collection<String> keys() {
    return this instanceof InForce ? draft().keys() : List.of();
  }
}
