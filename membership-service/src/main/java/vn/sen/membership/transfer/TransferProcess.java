package vn.sen.membership.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.ConcurrentChange;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.TransferRequestEvent.TransferConfirmed;
import vn.sen.membership.member.MemberMoves;

/**
 * The process that carries confirmed requests out: moves the member, then notes with the request
 * what became of it. An event that comes twice moves her once, because the member remembers its
 * command.
 */
@Component
class TransferProcess implements DomainEventHandler {

  static final String GROUP = "membership.transfers";

  private final AggregateStore<TransferRequest> store;
  private final MemberMoves members;
  private final Clock clock;

  TransferProcess(AggregateStore<TransferRequest> store, MemberMoves members, Clock clock) {
    this.store = store;
    this.members = members;
    this.clock = clock;
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return event instanceof TransferConfirmed;
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    var confirmed = (TransferConfirmed) event;
    var by = CommandContext.process(GROUP, envelope.id());
    try {
      members.move(confirmed.memberId(), confirmed.toUnitId(), confirmed.movedOn(), by);
    } catch (RuleViolation refusal) {
      if (refusal.status() >= 500 || refusal instanceof ConcurrentChange) {
        throw refusal; // passes: the event comes again
      }
      note(envelope, request -> request.failed(refusal.rule(), today()));
      return;
    }
    note(envelope, request -> request.carriedOut(today()));
  }

  private void note(
      EventRecord envelope, Function<TransferRequest, Decision<TransferRequest>> outcome) {
    store.change(
        envelope.subject(), CommandContext.process(GROUP, envelope.id() + "/outcome"), outcome);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
