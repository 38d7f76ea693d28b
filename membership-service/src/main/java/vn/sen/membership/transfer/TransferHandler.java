package vn.sen.membership.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.OutOfScope;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.Stored;
import vn.sen.membership.member.MemberMoves;
import vn.sen.membership.transfer.TransferRequest.Ask;
import vn.sen.membership.transfer.TransferRequest.Escalated;
import vn.sen.membership.transfer.TransferRequest.Matched;
import vn.sen.membership.transfer.TransferRequest.Origin;

/** Carries out commands to requests for members of other units. */
@Component
class TransferHandler {

  private final AggregateStore<TransferRequest> store;
  private final MemberMoves members;
  private final Scope scope;
  private final TransferConfiguration.Terms terms;
  private final Clock clock;

  TransferHandler(
      AggregateStore<TransferRequest> store,
      MemberMoves members,
      Scope scope,
      TransferConfiguration.Terms terms,
      Clock clock) {
    this.store = store;
    this.members = members;
    this.scope = scope;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * Who is asked for.
   *
   * @param identityNumber or null where there is a paper
   */
  record Person(@Nullable String identityNumber, MemberMoves.@Nullable Paper paper) {}

  Committed ask(UUID toUnitId, LocalDate movedOn, Person person, CommandContext by) {
    scope.require(by.sender(), toUnitId, today(), "/toUnitId");
    return store.create(
        by.newId(),
        by,
        () -> {
          members.requireReceiving(toUnitId, movedOn);
          var ask = new Ask(toUnitId, movedOn, by.actor(), today());
          var origin = origin(person, by.sender());
          return TransferRequest.ask(ask, origin, terms.daysToAnswer());
        });
  }

  private Optional<Origin> origin(Person person, Caller caller) {
    var paper = person.paper();
    var found = find(person);
    if (found.stream().anyMatch(f -> scope.covers(caller, f.unitId(), f.via(), today()))) {
      throw new TransferRules.MemberInOwnReach();
    }
    var candidates = found.stream().map(MemberMoves.Found::memberId).toList();
    if (found.size() == 1) {
      var only = found.getFirst();
      return Optional.of(new Origin(only.unitId(), only.via(), candidates));
    }
    return found.isEmpty() || paper == null
        ? Optional.empty()
        : Optional.of(new Origin(paper.unitId(), List.of(), candidates));
  }

  private List<MemberMoves.Found> find(Person person) {
    var number = person.identityNumber();
    var paper = person.paper();
    if (number != null && paper == null) {
      return members.byIdentityNumber(number);
    }
    if (number == null && paper != null) {
      return members.byPaper(paper);
    }
    throw new TransferRules.PersonNotNamed();
  }

  Committed confirm(UUID id, @Nullable UUID chosen, CommandContext by) {
    return decide(
        id,
        by,
        request -> {
          var decision = request.confirm(chosen, by.actor(), today());
          var ask = request.ask();
          members.requireMovable(request.member(chosen), ask.toUnitId(), ask.movedOn());
          return decision;
        });
  }

  Committed refuse(UUID id, String reason, CommandContext by) {
    return decide(id, by, request -> request.refuse(reason, by.actor(), today()));
  }

  private Committed decide(
      UUID id, CommandContext by, Function<TransferRequest, Decision<TransferRequest>> decide) {
    return store.change(
        id,
        by,
        request -> {
          if (!decides(by.sender(), request)) {
            throw new OutOfScope("");
          }
          return decide.apply(request);
        });
  }

  /** A request, for the unit that asks and for whoever decides. */
  Stored<TransferRequest> get(UUID id, Caller reader) {
    var stored = store.get(id);
    if (!isVisible(reader, stored.state())) {
      throw new OutOfScope("");
    }
    return stored;
  }

  boolean isVisible(Caller reader, TransferRequest request) {
    return scope.covers(reader, request.ask().toUnitId(), List.of(), today())
        || decides(reader, request);
  }

  /** Whether it lies, or lay, with the caller: at the record's unit, in the end at the superior. */
  boolean decides(Caller caller, TransferRequest request) {
    return switch (request) {
      case Escalated(_, _, var superior) ->
          superior == null
              ? scope.reach(caller).everything()
              : scope.covers(caller, superior, List.of(), today());
      case Matched m -> scope.covers(caller, m.origin().unitId(), m.origin().via(), today());
      case TransferRequest.Unmatched _ -> false;
    };
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
