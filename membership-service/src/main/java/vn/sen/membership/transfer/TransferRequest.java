package vn.sen.membership.transfer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.approval.AlreadyDecided;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.org.OrgMap;
import vn.sen.events.membership.TransferRequestEvent.NobodyFound;
import vn.sen.events.membership.TransferRequestEvent.TransferCarriedOut;
import vn.sen.events.membership.TransferRequestEvent.TransferConfirmed;
import vn.sen.events.membership.TransferRequestEvent.TransferEscalated;
import vn.sen.events.membership.TransferRequestEvent.TransferFailed;
import vn.sen.events.membership.TransferRequestEvent.TransferRefused;
import vn.sen.events.membership.TransferRequestEvent.TransferRequested;

/**
 * A unit's request for somebody whose record lies in another unit. Who she is stands only in the
 * question; kept are the ids of those who may be meant. A question that found nobody is kept too,
 * so that asking leaves the same trace whatever the answer.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TransferRequest.Unmatched.class, name = "NOBODY_FOUND"),
  @JsonSubTypes.Type(value = TransferRequest.Waiting.class, name = "WAITING"),
  @JsonSubTypes.Type(value = TransferRequest.Escalated.class, name = "ESCALATED"),
  @JsonSubTypes.Type(value = TransferRequest.Confirmed.class, name = "CONFIRMED"),
  @JsonSubTypes.Type(value = TransferRequest.Refused.class, name = "REFUSED"),
  @JsonSubTypes.Type(value = TransferRequest.CarriedOut.class, name = "CARRIED_OUT"),
  @JsonSubTypes.Type(value = TransferRequest.Failed.class, name = "FAILED")
})
sealed interface TransferRequest {

  /** As the API names the states. */
  enum State {
    NOBODY_FOUND,
    WAITING,
    ESCALATED,
    CONFIRMED,
    REFUSED,
    CARRIED_OUT,
    FAILED
  }

  /**
   * What was asked for, without who.
   *
   * @param movedOn the day from which she belongs to the receiving unit
   * @param requestedBy by id
   */
  record Ask(UUID toUnitId, LocalDate movedOn, String requestedBy, LocalDate requestedOn) {}

  /**
   * Where the record lies.
   *
   * @param via the successors that splits assigned her to; usually empty
   * @param candidates who may be meant; several where a paper fits several
   */
  record Origin(UUID unitId, List<UUID> via, List<UUID> candidates) {
    public Origin {
      via = List.copyOf(via);
      candidates = List.copyOf(candidates);
    }
  }

  Ask ask();

  /** There is no record in another unit. */
  record Unmatched(Ask ask) implements TransferRequest {}

  /** There is a record in another unit. */
  sealed interface Matched extends TransferRequest {
    Origin origin();
  }

  /** Somebody has to decide. */
  sealed interface Open extends Matched {}

  /**
   * The unit of the record has to answer.
   *
   * @param answerBy the last day for it
   */
  record Waiting(Ask ask, Origin origin, LocalDate answerBy) implements Open {}

  /**
   * It did not answer in time: the lowest common superior decides.
   *
   * @param superiorId null where only the whole Union stands above both
   */
  record Escalated(Ask ask, Origin origin, @Nullable UUID superiorId) implements Open {}

  /** The member is to be moved. */
  record Confirmed(Ask ask, Origin origin, UUID memberId, String confirmedBy) implements Matched {}

  /** The member stays where she is. */
  record Refused(Ask ask, Origin origin, String refusedBy, String reason) implements Matched {}

  /** The member was moved. */
  record CarriedOut(Ask ask, Origin origin, UUID memberId, String confirmedBy) implements Matched {}

  /**
   * The member could not be moved.
   *
   * @param rule that refused it
   */
  record Failed(Ask ask, Origin origin, UUID memberId, String confirmedBy, String rule)
      implements Matched {}

  /**
   * Asks for somebody.
   *
   * @param origin where her record lies; empty where no other unit has one
   * @param daysToAnswer how long the other unit has
   */
  static Decision<TransferRequest> ask(Ask ask, Optional<Origin> origin, int daysToAnswer) {
    if (origin.isEmpty()) {
      return Decision.of(
          new Unmatched(ask),
          new NobodyFound(ask.toUnitId(), ask.movedOn(), ask.requestedBy(), ask.requestedOn()));
    }
    var found = origin.get();
    var answerBy = ask.requestedOn().plusDays(daysToAnswer);
    return Decision.of(
        new Waiting(ask, found, answerBy),
        new TransferRequested(
            found.candidates(),
            found.unitId(),
            ask.toUnitId(),
            ask.movedOn(),
            ask.requestedBy(),
            ask.requestedOn(),
            answerBy));
  }

  /**
   * Who is meant.
   *
   * @param chosen null where there is one candidate only
   * @throws TransferRules.MemberNotChosen if there are several and none of them is named
   */
  default UUID member(@Nullable UUID chosen) {
    var candidates = open().origin().candidates();
    if (chosen == null && candidates.size() == 1) {
      return candidates.getFirst();
    }
    if (chosen == null || !candidates.contains(chosen)) {
      throw new TransferRules.MemberNotChosen();
    }
    return chosen;
  }

  /** Lets the member go; see {@link #member}. */
  default Decision<TransferRequest> confirm(@Nullable UUID chosen, String by, LocalDate today) {
    var open = open();
    var member = member(chosen);
    return Decision.of(
        new Confirmed(ask(), open.origin(), member, by),
        new TransferConfirmed(member, ask().toUnitId(), ask().movedOn(), by, today));
  }

  default Decision<TransferRequest> refuse(String reason, String by, LocalDate today) {
    return Decision.of(
        new Refused(ask(), open().origin(), by, reason), new TransferRefused(by, today));
  }

  /** Hands an unanswered request to the superior; changes nothing before the time is over. */
  default Decision<TransferRequest> escalate(OrgMap map, LocalDate today) {
    if (!(this instanceof Waiting waiting) || !today.isAfter(waiting.answerBy())) {
      return Decision.nothing(this);
    }
    var superior = commonSuperior(map, waiting, today);
    return Decision.of(
        new Escalated(ask(), waiting.origin(), superior), new TransferEscalated(superior, today));
  }

  private static @Nullable UUID commonSuperior(OrgMap map, Waiting waiting, LocalDate day) {
    var receiving = map.place(waiting.ask().toUnitId(), List.of(), day).path();
    var sending = map.place(waiting.origin().unitId(), waiting.origin().via(), day).path();
    return sending.stream().filter(receiving::contains).findFirst().orElse(null);
  }

  /** The member was moved; said twice it changes nothing. */
  default Decision<TransferRequest> carriedOut(LocalDate today) {
    return this instanceof Confirmed(var ask, var origin, var member, var by)
        ? Decision.of(
            new CarriedOut(ask, origin, member, by), new TransferCarriedOut(member, today))
        : Decision.nothing(this);
  }

  /** The member could not be moved; said twice it changes nothing. */
  default Decision<TransferRequest> failed(String rule, LocalDate today) {
    return this instanceof Confirmed(var ask, var origin, var member, var by)
        ? Decision.of(
            new Failed(ask, origin, member, by, rule), new TransferFailed(member, rule, today))
        : Decision.nothing(this);
  }

  private Open open() {
    if (this instanceof Open open) {
      return open;
    }
    throw new AlreadyDecided();
  }

  default State state() {
    return switch (this) {
      case Unmatched _ -> State.NOBODY_FOUND;
      case Waiting _ -> State.WAITING;
      case Escalated _ -> State.ESCALATED;
      case Confirmed _ -> State.CONFIRMED;
      case Refused _ -> State.REFUSED;
      case CarriedOut _ -> State.CARRIED_OUT;
      case Failed _ -> State.FAILED;
    };
  }
}
