package vn.sen.identity.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.events.identity.Role;

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

  /**
   * @param unitId left out for the whole Union
   * @param from the first day in force
   * @param to the last day in force; an auditor's needs one
   * @param purpose what an auditor reads for
   */
  record NewAppointment(
      @Nullable UUID unitId,
      @NotEmpty List<@NotNull Role> roles,
      @NotNull LocalDate from,
      @Nullable LocalDate to,
      @Nullable @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String purpose) {

    Appointment appointment(UUID id) {
      return new Appointment(
          id,
          unitId,
          roles,
          DateOutOfRange.checked("/from", from),
          to == null ? null : DateOutOfRange.checked("/to", to),
          purpose == null ? null : purpose.strip());
    }
  }

  /**
   * @param name to sign in with, the same in upper and lower case
   * @param memberId the member she is, where she is one: her leaving ends her appointments
   */
  record NewPerson(
      @NotNull @Pattern(regexp = SignInName.PATTERN) String name,
      @Nullable UUID memberId,
      @Nullable @Size(max = 20) List<@Valid @NotNull NewAppointment> appointments) {

    List<Appointment> appointments(UUID person) {
      var given = appointments == null ? List.<NewAppointment>of() : appointments;
      return IntStream.range(0, given.size())
          .mapToObj(
              i ->
                  given
                      .get(i)
                      .appointment(CommandContext.derive(person.toString(), Integer.toString(i))))
          .toList();
    }
  }

  /**
   * @param lastDay the last day in force; earlier than an end already set
   */
  record End(@NotNull LocalDate lastDay) {}

  /**
   * @param password for one sign-in, at which she must choose her own; it is shown here and never
   *     again
   * @param usableUntil when it lapses
   */
  record GivenPassword(UUID id, long version, String password, Instant usableUntil) {}

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

  @PostMapping
  ResponseEntity<Done> register(@Valid @RequestBody NewPerson body, CommandContext by) {
    var appointments = body.appointments(by.newId());
    administration.requireOver(appointments);
    var command =
        new PersonCommand.Register(SignInName.of(body.name()), body.memberId(), appointments);
    return CommandAnswers.created(people.register(by, command), PATH);
  }

  @PostMapping("/{id}/appointments")
  ResponseEntity<Done> appoint(
      @PathVariable UUID id, @Valid @RequestBody NewAppointment body, CommandContext by) {
    var appointment = body.appointment(by.newId());
    administration.requireOver(List.of(appointment));
    return handle(id, by, new PersonCommand.Appoint(appointment));
  }

  @PostMapping("/{id}/appointments/{appointment}/end")
  ResponseEntity<Done> endAppointment(
      @PathVariable UUID id,
      @PathVariable UUID appointment,
      @Valid @RequestBody End body,
      CommandContext by) {
    var lastDay = DateOutOfRange.checked("/lastDay", body.lastDay());
    return handle(id, by, new PersonCommand.EndAppointment(appointment, lastDay));
  }

  /** Gives a password for one sign-in and ends whatever access there was. */
  @PostMapping("/{id}/first-password")
  ResponseEntity<GivenPassword> giveFirstPassword(@PathVariable UUID id, CommandContext by) {
    administration.requireOver(id, people.get(id).state());
    var given = people.giveFirstPassword(id, by, firstPasswordLife);
    return ResponseEntity.ok()
        .eTag(Long.toString(given.committed().version()))
        .cacheControl(CacheControl.noStore())
        .body(
            new GivenPassword(
                id, given.committed().version(), given.password(), given.usableUntil()));
  }

  @PostMapping("/{id}/lock")
  ResponseEntity<Done> lock(@PathVariable UUID id, CommandContext by) {
    return handle(id, by, new PersonCommand.Lock());
  }

  @PostMapping("/{id}/unlock")
  ResponseEntity<Done> unlock(@PathVariable UUID id, CommandContext by) {
    return handle(id, by, new PersonCommand.Unlock());
  }

  @PostMapping("/{id}/sign-out")
  ResponseEntity<Done> signOutEverywhere(@PathVariable UUID id, CommandContext by) {
    return handle(id, by, new PersonCommand.SignOutEverywhere());
  }

  /** Every command to somebody who is known passes here, and by the rule who may give it. */
  private ResponseEntity<Done> handle(UUID id, CommandContext by, PersonCommand command) {
    administration.requireOver(id, people.get(id).state());
    return CommandAnswers.changed(people.handle(id, by, command));
  }

  @GetMapping("/{id}")
  ResponseEntity<PersonView> get(@PathVariable UUID id) {
    var stored = people.get(id);
    administration.requireOver(id, stored.state());
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(PersonView.of(stored));
  }

  @GetMapping("/{id}/history")
  ResponseEntity<Page<HistoryEntry>> history(@PathVariable UUID id) {
    administration.requireOver(id, people.get(id).state());
    return Page.of(people.history(id), null);
  }

  /** The people the caller manages, by name. */
  @GetMapping
  ResponseEntity<Page<PersonView>> list(
      @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var behind = Cursor.parse(cursor, 1);
    var found = people.behind(behind.isEmpty() ? "" : behind.getFirst(), limit);
    var items =
        found.stream()
            .filter(stored -> administration.shows(stored.state()))
            .map(PersonView::of)
            .toList();
    return Page.of(
        items, found.size() == limit ? Cursor.of(found.getLast().state().name()) : null);
  }
}
