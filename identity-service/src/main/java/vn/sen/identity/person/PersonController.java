package vn.sen.identity.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;

/** People who sign in. */
@RestController
@RequestMapping(PersonController.PATH)
class PersonController {

  static final String PATH = "/api/identity/people";

  private final People people;
  private final Administration administration;
  private final Duration firstPasswordLife;

  PersonController(
      People people,
      Administration administration,
      @Value("${sen.identity.sign-in.first-password-life}") Duration firstPasswordLife) {
    this.people = people;
    this.administration = administration;
    this.firstPasswordLife = firstPasswordLife;
  }

  /** A person, without anything of her password. */
  record PersonView(
      UUID id,
      long version,
      String name,
      @Nullable UUID memberId,
      boolean locked,
      boolean hasPassword,
      List<Appointment> appointments) {

    static PersonView of(Stored<Person> stored) {
      var person = stored.state();
      return new PersonView(
          stored.id(),
          stored.version(),
          person.name(),
          person.memberId(),
          person.locked(),
          person.password() != null,
          person.appointments());
    }
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping
  ResponseEntity<Done> register(
      @Valid @RequestBody PersonBodies.NewPerson body, CommandContext by) {
    var appointments = body.appointments(by.newId());
    administration.requireOver(by.sender(), appointments);
    var command =
        new PersonCommand.Register(SignInName.of(body.name()), body.memberId(), appointments);
    return CommandAnswers.created(people.register(by, command), PATH);
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/appointments")
  ResponseEntity<Done> appoint(
      @PathVariable UUID id,
      @Valid @RequestBody PersonBodies.NewAppointment body,
      CommandContext by) {
    var appointment = body.appointment(by.newId());
    administration.requireOver(by.sender(), List.of(appointment));
    return handle(id, by, new PersonCommand.Appoint(appointment));
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/appointments/{appointment}/end")
  ResponseEntity<Done> endAppointment(
      @PathVariable UUID id,
      @PathVariable UUID appointment,
      @Valid @RequestBody PersonBodies.End body,
      CommandContext by) {
    var lastDay = DateOutOfRange.checked("/lastDay", body.lastDay());
    return handle(id, by, new PersonCommand.EndAppointment(appointment, lastDay));
  }

  /** Gives a password for one sign-in and ends whatever access there was. */
  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/first-password")
  ResponseEntity<PersonBodies.GivenPassword> giveFirstPassword(
      @PathVariable UUID id, CommandContext by) {
    administration.requireOver(by.sender(), id, people.get(id).state());
    var given = people.giveFirstPassword(id, by, firstPasswordLife);
    return ResponseEntity.ok()
        .eTag(Long.toString(given.committed().version()))
        .cacheControl(CacheControl.noStore())
        .body(
            new PersonBodies.GivenPassword(
                id, given.committed().version(), given.password(), given.usableUntil()));
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/lock")
  ResponseEntity<Done> lock(@PathVariable UUID id, CommandContext by) {
    return handle(id, by, new PersonCommand.Lock());
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/unlock")
  ResponseEntity<Done> unlock(@PathVariable UUID id, CommandContext by) {
    return handle(id, by, new PersonCommand.Unlock());
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/sign-out")
  ResponseEntity<Done> signOutEverywhere(@PathVariable UUID id, CommandContext by) {
    return handle(id, by, new PersonCommand.SignOutEverywhere());
  }

  /** Every command to somebody who is known passes here, and by the rule who may give it. */
  private ResponseEntity<Done> handle(UUID id, CommandContext by, PersonCommand command) {
    administration.requireOver(by.sender(), id, people.get(id).state());
    return CommandAnswers.changed(people.handle(id, by, command));
  }

  @Needs(Role.ADMINISTRATOR)
  @GetMapping("/{id}")
  ResponseEntity<PersonView> get(@PathVariable UUID id, Caller caller, OnRecord record) {
    var stored = people.get(id);
    administration.requireOver(caller, id, stored.state());
    record.shows(id);
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(PersonView.of(stored));
  }

  @Needs(Role.ADMINISTRATOR)
  @GetMapping("/{id}/history")
  ResponseEntity<Page<HistoryEntry>> history(
      @PathVariable UUID id, Caller caller, OnRecord record) {
    administration.requireOver(caller, id, people.get(id).state());
    record.shows(id);
    return Page.of(people.history(id), null);
  }

  /** The people the caller manages, by name. */
  @Needs(Role.ADMINISTRATOR)
  @GetMapping
  ResponseEntity<Page<PersonView>> list(
      @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller,
      OnRecord record) {
    var behind = Cursor.parse(cursor, 1);
    var found = people.behind(behind.isEmpty() ? "" : behind.getFirst(), limit);
    var items =
        found.stream()
            .filter(stored -> administration.shows(caller, stored.state()))
            .map(PersonView::of)
            .toList();
    record.shows(items.stream().map(PersonView::id).toList());
    return Page.of(items, found.size() == limit ? Cursor.of(found.getLast().state().name()) : null);
  }
}
