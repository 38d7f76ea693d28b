package vn.sen.membership.memberimport;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.approval.AlreadyDecided;
import vn.sen.chassis.approval.Proposal;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.membership.Approval;
import vn.sen.events.membership.ImportEvent.ImportWithdrawn;
import vn.sen.events.membership.ImportEvent.WithdrawalApproved;
import vn.sen.events.membership.ImportEvent.WithdrawalProposed;
import vn.sen.events.membership.ImportEvent.WithdrawalRejected;
import vn.sen.membership.naming.Names;

/**
 * The withdrawal of an import that was carried out by mistake: one person proposes it, another one
 * approves it, and then the members that nothing else has happened to since are withdrawn one by
 * one. The others are left and listed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Withdrawal.Proposed.class, name = "PROPOSED"),
  @JsonSubTypes.Type(value = Withdrawal.Running.class, name = "RUNNING"),
  @JsonSubTypes.Type(value = Withdrawal.Done.class, name = "DONE"),
  @JsonSubTypes.Type(value = Withdrawal.Rejected.class, name = "REJECTED")
})
sealed interface Withdrawal {

  int MAX_REASON = 200;

  /** As the API names the states. */
  enum State {
    PROPOSED,
    RUNNING,
    DONE,
    REJECTED
  }

  /**
   * What is wanted and why.
   *
   * @param reason stays in this service
   */
  record Wanted(UUID importId, String reason) {}

  Wanted wanted();

  String author();

  /** It waits for somebody else than its author. */
  record Proposed(Proposal<Wanted> proposal) implements Withdrawal {
    @Override
    public Wanted wanted() {
      return proposal.content();
    }

    @Override
    public String author() {
      return proposal.author();
    }
  }

  /** Members are being withdrawn. */
  record Running(Wanted wanted, Approval approval) implements Withdrawal {
    @Override
    public String author() {
      return approval.author();
    }
  }

  /**
   * It is over.
   *
   * @param withdrawn members that do not count any more
   * @param kept members that were left
   */
  record Done(Wanted wanted, Approval approval, long withdrawn, long kept) implements Withdrawal {
    @Override
    public String author() {
      return approval.author();
    }
  }

  /** The import stays. */
  record Rejected(Wanted wanted, String author, String rejectedBy) implements Withdrawal {}

  /**
   * Proposes to withdraw an import.
   *
   * @throws ImportRefusals.ImportNotDone if it was not carried out
   */
  static Decision<Withdrawal> propose(
      UUID importId, ImportState state, String reason, String author, LocalDate today) {
    if (state != ImportState.DONE) {
      throw new ImportRefusals.ImportNotDone();
    }
    var wanted = new Wanted(importId, reason(reason));
    return Decision.of(
        new Proposed(new Proposal<>(wanted, author)),
        new WithdrawalProposed(importId, author, today));
  }

  private static String reason(String raw) {
    var reason = Names.clean(raw);
    if (reason.isEmpty() || reason.length() > MAX_REASON || !Names.isPrintable(reason)) {
      throw new ImportRefusals.ReasonUnusable(MAX_REASON);
    }
    return reason;
  }

  default Decision<Withdrawal> approve(String approver, LocalDate today) {
    var approval = proposed().proposal().approvedBy(approver);
    return Decision.of(
        new Running(wanted(), approval),
        new WithdrawalApproved(wanted().importId(), approval, today));
  }

  default Decision<Withdrawal> reject(String by, LocalDate today) {
    return Decision.of(
        new Rejected(wanted(), proposed().author(), by),
        new WithdrawalRejected(wanted().importId(), by, today));
  }

  /** All members were looked at; said twice it changes nothing. */
  default Decision<Withdrawal> done(long withdrawn, long kept, LocalDate today) {
    return this instanceof Running(var wanted, var approval)
        ? Decision.of(
            new Done(wanted, approval, withdrawn, kept),
            new ImportWithdrawn(wanted.importId(), withdrawn, kept, today))
        : Decision.nothing(this);
  }

  private Proposed proposed() {
    if (this instanceof Proposed proposed) {
      return proposed;
    }
    throw new AlreadyDecided();
  }

  default @Nullable Approval approved() {
    return switch (this) {
      case Proposed _, Rejected _ -> null;
      case Running r -> r.approval();
      case Done d -> d.approval();
    };
  }

  default State state() {
    return switch (this) {
      case Proposed _ -> State.PROPOSED;
      case Running _ -> State.RUNNING;
      case Done _ -> State.DONE;
      case Rejected _ -> State.REJECTED;
    };
  }

  /** An import is withdrawn once; who was rejected may propose it again. */
  default List<String> keys() {
    return this instanceof Rejected ? List.of() : List.of("importId:" + wanted().importId());
  }
}
