package vn.sen.membership.voice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import vn.sen.events.membership.VoiceKind;
import vn.sen.membership.member.MemberRecords;
import vn.sen.membership.orgunit.Units;

/**
 * Carries out officers' commands to voices. What its owner does is done by whoever acts for the
 * owner; what is done with who raised it, by whoever acts for the unit where she did.
 */
@Component
class VoiceHandler {

  private final AggregateStore<Voice> store;
  private final MemberRecords members;
  private final VoiceTerms terms;
  private final Units units;
  private final Scope scope;
  private final Clock clock;

  VoiceHandler(
      AggregateStore<Voice> store,
      MemberRecords members,
      VoiceTerms terms,
      Units units,
      Scope scope,
      Clock clock) {
    this.store = store;
    this.members = members;
    this.terms = terms;
    this.units = units;
    this.scope = scope;
    this.clock = clock;
  }

  Committed raise(Voice.Matter matter, CommandContext by) {
    scope.require(by.sender(), matter.unitId(), matter.raisedOn(), "/unitId");
    return store.create(
        by.newId(),
        by,
        () -> {
          if (matter.memberId() != null) {
            members.requireKnown(matter.memberId(), by.sender());
          }
          return Voice.raise(matter, terms, units, today());
        });
  }

  Committed route(UUID id, UUID toUnitId, LocalDate on, String reason, CommandContext by) {
    return byOwner(id, by, voice -> voice.route(toUnitId, on, reason, units.map(), today()));
  }

  Committed answer(UUID id, String text, LocalDate on, CommandContext by) {
    return byOwner(id, by, voice -> voice.answer(text, on, today()));
  }

  Committed close(UUID id, boolean satisfied, LocalDate on, CommandContext by) {
    return byRaiser(id, by, voice -> voice.close(satisfied, on, today()));
  }

  Committed reopen(UUID id, String reason, LocalDate on, CommandContext by) {
    return byRaiser(id, by, voice -> voice.reopen(reason, on, terms, today()));
  }

  Committed withdraw(UUID id, LocalDate on, CommandContext by) {
    return byRaiser(id, by, voice -> voice.withdraw(on, today()));
  }

  /**
   * @param answeredOn the day of the last answer, null where it was right
   * @param closedOn the day it was closed, null where it was right
   */
  Committed correct(
      UUID id,
      VoiceKind kind,
      String subject,
      LocalDate raisedOn,
      @Nullable LocalDate answeredOn,
      @Nullable LocalDate closedOn,
      CommandContext by) {
    return byRaiser(
        id,
        by,
        voice ->
            voice.correct(kind, subject, raisedOn, answeredOn, closedOn, terms, units, today()));
  }

  Committed link(UUID id, UUID other, CommandContext by) {
    return store.change(
        id,
        by,
        voice -> {
          requireVisible(by.sender(), voice, "");
          if (other.equals(id)) {
            throw new VoiceRules.LinkedToItself();
          }
          var like = store.get(other).state();
          requireVisible(by.sender(), like, "/voiceId");
          return voice.link(other, like.bundle(), by.commandId(), today());
        });
  }

  Committed unlink(UUID id, CommandContext by) {
    return store.change(
        id,
        by,
        voice -> {
          requireVisible(by.sender(), voice, "");
          return voice.unlink(today());
        });
  }

  private Committed byOwner(UUID id, CommandContext by, Function<Voice, Decision<Voice>> decide) {
    return store.change(
        id,
        by,
        voice -> {
          scope.require(by.sender(), voice.owner(), today(), "");
          return decide.apply(voice);
        });
  }

  private Committed byRaiser(UUID id, CommandContext by, Function<Voice, Decision<Voice>> decide) {
    return store.change(
        id,
        by,
        voice -> {
          scope.require(by.sender(), voice.matter().unitId(), today(), "");
          return decide.apply(voice);
        });
  }

  /**
   * A voice for who acts at one of the units it has come to, or above one.
   *
   * @throws OutOfScope if the reader does not (403)
   */
  Stored<Voice> get(UUID id, Caller reader) {
    var stored = store.get(id);
    requireVisible(reader, stored.state(), "");
    return stored;
  }

  boolean isVisible(Caller reader, Voice voice) {
    return voice.units().stream().anyMatch(unit -> scope.covers(reader, unit, List.of(), today()));
  }

  private void requireVisible(Caller reader, Voice voice, String pointer) {
    if (!isVisible(reader, voice)) {
      throw new OutOfScope(pointer);
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
