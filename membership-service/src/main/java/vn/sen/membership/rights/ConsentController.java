package vn.sen.membership.rights;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.Stored;
import vn.sen.events.membership.ConsentPurpose;
import vn.sen.events.membership.ContactChannel;
import vn.sen.membership.member.MemberRecords;

/** What a member's data may be used for. */
@RestController
@RequestMapping("/api/membership/members/{id}/consents")
class ConsentController {

  private final AggregateStore<Consents> store;
  private final MemberRecords members;
  private final Clock clock;

  ConsentController(AggregateStore<Consents> store, MemberRecords members, Clock clock) {
    this.store = store;
    this.members = members;
    this.clock = clock;
  }

  /**
   * What she says about one purpose.
   *
   * @param given whether she consents
   * @param on the day she said it
   */
  record Word(@NotNull Boolean given, @NotNull LocalDate on, @NotNull ContactChannel channel) {}

  /**
   * One purpose.
   *
   * @param given no, where she has said nothing
   * @param on the day of her last word, null where she has said nothing
   */
  record Consent(
      ConsentPurpose purpose,
      boolean given,
      @Nullable LocalDate on,
      @Nullable ContactChannel channel) {

    static List<Consent> all(Consents consents) {
      return Arrays.stream(ConsentPurpose.values())
          .map(
              purpose -> {
                var said = consents.said().get(purpose);
                return said == null
                    ? new Consent(purpose, false, null, null)
                    : new Consent(purpose, said.yes(), said.on(), said.channel());
              })
          .toList();
    }
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  ResponseEntity<List<Consent>> list(@PathVariable UUID id, Caller reader, OnRecord record) {
    members.requireInScope(id, reader);
    record.shows(id);
    var consents =
        store
            .find(id)
            .orElseGet(
                () -> {
                  members.requireKnown(id, reader);
                  return new Stored<>(id, 0, Consents.none());
                });
    return ResponseEntity.ok()
        .eTag(Long.toString(consents.version()))
        .body(Consent.all(consents.state()));
  }

  @Needs(Role.OFFICER)
  @PutMapping("/{purpose}")
  ResponseEntity<Done> say(
      @PathVariable UUID id,
      @PathVariable ConsentPurpose purpose,
      @Valid @RequestBody Word body,
      CommandContext by) {
    members.requireKnown(id, by.sender());
    var today = LocalDate.now(clock);
    return CommandAnswers.changed(
        store.changeOrBegin(
            id,
            by,
            Consents.none(),
            consents ->
                body.given()
                    ? consents.give(purpose, body.channel(), body.on(), today)
                    : consents.withdraw(purpose, body.channel(), body.on(), today)));
  }
}
