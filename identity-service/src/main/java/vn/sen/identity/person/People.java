package vn.sen.identity.person;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.identity.IdentityEvents;

/** Keeps the people who sign in, and carries out commands to them. */
@Component
public class People {

  private static final String NAME = "name";
  private static final String MEMBER = "memberId";

  private static final AggregateKind<Person> KIND =
      new AggregateKind<>(
          "person",
          "people",
          Topic.ACCESS,
          IdentityEvents.SOURCE,
          IdentityEvents.CATALOG,
          Person.class,
          People::index,
          person -> List.of("name:" + person.name()),
          List.of(List.of(NAME), List.of(MEMBER)));

  private final AggregateStore<Person> store;
  private final PasswordHashes hashes;
  private final OpenSessions sessions;
  private final Clock clock;

  People(AggregateStores stores, PasswordHashes hashes, OpenSessions sessions, Clock clock) {
    this.store = stores.open(KIND);
    this.hashes = hashes;
    this.sessions = sessions;
    this.clock = clock;
  }

  private static Map<String, ?> index(Person person) {
    var index = new HashMap<String, Object>();
    index.put(NAME, person.name());
    if (person.memberId() != null) {
      index.put(MEMBER, person.memberId().toString());
    }
    return index;
  }

  Committed register(CommandContext by, PersonCommand.Register command) {
    return store.create(by.newId(), by, () -> Person.register(command, LocalDate.now(clock)));
  }

  /** Registers a person whom a process knows by an id of its own; said again it changes nothing. */
  public void registerOnce(
      UUID id, CommandContext by, String name, List<Appointment> appointments) {
    if (store.find(id).isEmpty()) {
      var command = new PersonCommand.Register(name, null, appointments);
      store.create(id, by, () -> Person.register(command, LocalDate.now(clock)));
    }
  }

  Committed handle(UUID id, CommandContext by, PersonCommand command) {
    var committed =
        store.change(
            id, by, person -> person.decide(command, new Person.Moment(id, clock.instant())));
    if (command instanceof PersonCommand.Lock
        || command instanceof PersonCommand.SignOutEverywhere
        || command instanceof PersonCommand.GiveFirstPassword
        || command instanceof PersonCommand.ReplacePassword) {
      sessions.endAllOf(id);
    }
    return committed;
  }

  /** A password that was given, readable only now. */
  record FirstPassword(Committed committed, String password, Instant usableUntil) {}

  /**
   * Gives her a password for one sign-in.
   *
   * @param life how long it can be used
   * @throws PersonRules.PasswordShownOnce if an earlier attempt of the command did it (409)
   */
  FirstPassword giveFirstPassword(UUID id, CommandContext by, Duration life) {
    var password = hashes.newPassword();
    var usableUntil = clock.instant().plus(life);
    var command = new PersonCommand.GiveFirstPassword(hashes.encode(password), usableUntil);
    var committed = handle(id, by, command);
    if (committed.replayed()) {
      throw new PersonRules.PasswordShownOnce();
    }
    return new FirstPassword(committed, password, usableUntil);
  }

  /** She chose a password herself. */
  public void changePassword(UUID id, CommandContext by, String password) {
    handle(id, by, new PersonCommand.ChangePassword(hashes.encode(password)));
  }

  /** She chose another password herself: all her sessions end. */
  public void replacePassword(UUID id, CommandContext by, String password) {
    handle(id, by, new PersonCommand.ReplacePassword(hashes.encode(password)));
  }

  public Optional<Stored<Person>> find(UUID id) {
    return store.find(id);
  }

  Stored<Person> get(UUID id) {
    return store.get(id);
  }

  List<HistoryEntry> history(UUID id) {
    return store.history(id);
  }

  /** The person of a sign-in name as she types it. */
  public Optional<Stored<Person>> named(String name) {
    return Optional.ofNullable(
            store.documents().find(Filters.eq("ix." + NAME, SignInName.of(name))).first())
        .map(store::stored);
  }

  List<UUID> ofMember(UUID member) {
    return store
        .documents()
        .find(Filters.eq("ix." + MEMBER, member.toString()))
        .map(document -> store.stored(document).id())
        .into(new ArrayList<>());
  }

  /** By name, those behind a name. */
  List<Stored<Person>> behind(String name, int limit) {
    return store
        .documents()
        .find(Filters.gt("ix." + NAME, name))
        .sort(Sorts.ascending("ix." + NAME))
        .limit(limit)
        .map(store::stored)
        .into(new ArrayList<>());
  }
}
