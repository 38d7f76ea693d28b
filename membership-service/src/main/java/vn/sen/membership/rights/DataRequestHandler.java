package vn.sen.membership.rights;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.events.membership.ConsentPurpose;
import vn.sen.events.membership.ContactChannel;
import vn.sen.events.membership.DataRight;
import vn.sen.events.membership.RetentionReason;
import vn.sen.membership.household.HouseholdRecords;
import vn.sen.membership.member.MemberRecords;
import vn.sen.membership.voice.VoiceRecords;

/**
 * Carries out what members ask. A request is closed after it was carried out, and carrying it out
 * again changes nothing: what was cut off in between stays open and is asked for again.
 */
@Component
class DataRequestHandler {

  private final AggregateStore<DataRequest> store;
  private final AggregateStore<Consents> consents;
  private final MemberRecords members;
  private final HouseholdRecords households;
  private final VoiceRecords voices;
  private final Deadlines deadlines;
  private final Clock clock;

  DataRequestHandler(
      AggregateStore<DataRequest> store,
      AggregateStore<Consents> consents,
      MemberRecords members,
      HouseholdRecords households,
      VoiceRecords voices,
      Deadlines deadlines,
      Clock clock) {
    this.store = store;
    this.consents = consents;
    this.members = members;
    this.households = households;
    this.voices = voices;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  Committed receive(
      CommandContext by,
      UUID memberId,
      DataRight right,
      ContactChannel channel,
      LocalDate receivedOn,
      String identityCheck) {
    return store.create(
        by.newId(),
        by,
        () -> {
          members.requireKnown(memberId, by.sender());
          return DataRequest.receive(
              memberId, right, channel, receivedOn, identityCheck, deadlines, today());
        });
  }

  Committed acknowledge(UUID id, CommandContext by, LocalDate on) {
    return store.change(id, by, request -> request.acknowledge(on, today()));
  }

  Committed refuse(
      UUID id, CommandContext by, LocalDate on, RetentionReason reason, String explanation) {
    return store.change(id, by, request -> request.refuse(on, reason, explanation, today()));
  }

  /**
   * @param kept why a part of what should be erased is kept, or null
   * @param purposes the consents withdrawn, where that was asked
   */
  Committed fulfil(
      UUID id,
      CommandContext by,
      LocalDate on,
      String proof,
      @Nullable RetentionReason kept,
      Set<ConsentPurpose> purposes) {
    return store.change(
        id,
        by,
        request -> {
          var decision = request.fulfil(on, proof, kept, today());
          var question = request.question();
          if (purposes.isEmpty() == (question.right() == DataRight.WITHDRAWAL)) {
            throw new RightsRules.PurposesDoNotFit();
          }
          var caused = causedBy(by, id.toString());
          switch (question.right()) {
            case WITHDRAWAL -> withdraw(question, caused, on, List.copyOf(purposes));
            case ERASURE -> erase(question, caused, on, kept);
            case ACCESS, CORRECTION -> {
              // the officer hands the export over, or corrects the record: she says so by the proof
            }
          }
          return decision;
        });
  }

  private void withdraw(
      DataRequest.Question question,
      CommandContext by,
      LocalDate on,
      List<ConsentPurpose> purposes) {
    for (var purpose : purposes) {
      consents.changeOrBegin(
          question.memberId(),
          causedBy(by, by.commandId() + "/" + purpose),
          Consents.none(),
          c -> c.withdraw(purpose, question.channel(), on, today()));
    }
  }

  private void erase(
      DataRequest.Question question,
      CommandContext by,
      LocalDate on,
      @Nullable RetentionReason kept) {
    if (kept == null) {
      members.erase(
          question.memberId(),
          by,
          on,
          dwelling ->
              households.forgetHead(
                  dwelling.household(),
                  dwelling.nameKey(),
                  causedBy(by, by.commandId() + "/household"),
                  on));
    } else {
      members.reduce(question.memberId(), by);
    }
    voices.forget(
        question.memberId(), on, voice -> causedBy(by, by.commandId() + "/voice/" + voice));
  }

  /** What a request causes is decided against whatever version there is, once. */
  private static CommandContext causedBy(CommandContext by, String key) {
    return by.causing(CommandContext.derive("data-request", key));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
