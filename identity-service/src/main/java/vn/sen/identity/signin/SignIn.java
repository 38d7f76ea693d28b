package vn.sen.identity.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.sen.chassis.audit.AuditTrail;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.Stored;
import vn.sen.events.audit.AuditEvent.ActionTaken;
import vn.sen.identity.person.Password;
import vn.sen.identity.person.PasswordHashes;
import vn.sen.identity.person.People;
import vn.sen.identity.person.Person;
import vn.sen.identity.person.SignInName;
import vn.sen.identity.token.IdentityProperties;
import vn.sen.identity.token.SignedIn;

/** Signs people in by name and password, and lets them change the password. */
@Component
class SignIn {

  private static final String PROCESS = "identity.sign-in";

  /** As the audit trail names what is done here. */
  static final String SIGNING_IN = "POST " + SignInPages.SIGN_IN;

  static final String CHANGING = "POST " + SignInPages.PASSWORD;

  /** What becomes of an attempt. */
  sealed interface Outcome {

    record Welcome(SignedIn session) implements Outcome {}

    /** The password was given by somebody else; first she chooses her own. */
    record MustChange(UUID person) implements Outcome {}

    /**
     * Name or password is wrong; which of them is told to the audit trail only.
     *
     * @param about the person of that name, if there is one
     */
    record Refused(String reason, List<UUID> about) implements Outcome {}

    /** Too many attempts failed under this name. */
    record TryLater(List<UUID> about) implements Outcome {}
  }

  private final People people;
  private final PasswordHashes hashes;
  private final AttemptCounter attempts;
  private final ObjectProvider<FirstPasswords> firstPasswords;
  private final IdentityProperties properties;
  private final AuditTrail trail;
  private final Clock clock;

  SignIn(
      People people,
      PasswordHashes hashes,
      AttemptCounter attempts,
      ObjectProvider<FirstPasswords> firstPasswords,
      IdentityProperties properties,
      AuditTrail trail,
      Clock clock) {
    this.people = people;
    this.hashes = hashes;
    this.attempts = attempts;
    this.firstPasswords = firstPasswords;
    this.properties = properties;
    this.trail = trail;
    this.clock = clock;
  }

  Outcome attempt(String typedName, String password) {
    var name = SignInName.of(typedName);
    var found = people.named(name).orElse(null);
    if (!attempts.begin(name)) {
      return new Outcome.TryLater(found == null ? List.of() : List.of(found.id()));
    }
    boolean right = isRight(found, password);
    if (found == null) {
      return new Outcome.Refused("name-unknown", List.of());
    }
    if (!right || found.state().locked()) {
      return new Outcome.Refused(right ? "person-locked" : "password-wrong", List.of(found.id()));
    }
    attempts.succeeded(name);
    return welcome(found, password);
  }

  /** Whoever is asked for, a hash is computed: the time taken tells nothing. */
  private boolean isRight(@Nullable Stored<Person> found, String password) {
    var kept = found == null ? null : found.state().password();
    boolean hashed = hashes.matches(password, kept);
    if (found != null && kept == null) {
      return firstPasswords.stream()
          .flatMap(given -> given.of(found.state().name()).stream())
          .anyMatch(given -> same(given, password));
    }
    return hashed && kept != null && !kept.hasLapsedBy(clock.instant());
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private Outcome welcome(Stored<Person> found, String password) {
    var kept = found.state().password();
    if (kept != null && kept.first()) {
      return new Outcome.MustChange(found.id());
    }
    if (kept == null || hashes.isDated(kept)) {
      keep(found, password);
    }
    return new Outcome.Welcome(session(found.id(), SIGNING_IN));
  }

  private static CommandContext step(Stored<Person> found) {
    return CommandContext.process(PROCESS, found.id() + "@" + found.version());
  }

  /** A derived first password is hashed once it was used; a dated hash is made anew. */
  private void keep(Stored<Person> found, String password) {
    people.changePassword(found.id(), step(found), password);
  }

  /** Sets the password she chose instead of a first one. */
  SignedIn change(UUID person, String password) {
    var found = people.find(person).orElseThrow();
    PasswordRules.check(found.state(), password);
    if (hashes.matches(password, found.state().password())) {
      throw new PasswordRules.PasswordUnchanged();
    }
    keep(found, password);
    return session(person, SIGNING_IN);
  }

  /**
   * Sets another password of her own and ends everything that was begun with the present one, also
   * by somebody else who knew it. Guesses at the present one count like those at the door.
   *
   * @return the session in which she goes on
   */
  SignedIn replace(UUID person, String present, String password) {
    var found = people.find(person).orElseThrow();
    var name = found.state().name();
    if (!attempts.begin(name)) {
      throw new PasswordRules.TooManyAttempts();
    }
    if (!isRight(found, present)) {
      throw new PasswordRules.PresentPasswordWrong();
    }
    attempts.succeeded(name);
    PasswordRules.check(found.state(), password);
    if (same(present, password)) {
      throw new PasswordRules.PasswordUnchanged();
    }
    people.replacePassword(person, step(found), password);
    return session(person, CHANGING);
  }

  private SignedIn session(UUID person, String operation) {
    trail.write(
        person.toString(), null, new ActionTaken(LocalDate.now(clock), operation, List.of(person)));
    var now = clock.instant();
    return new SignedIn(person, UUID.randomUUID(), now, now.plus(properties.sessionLife()));
  }

  /** Whether she may still choose a password: nothing happened to her since she was let in. */
  boolean mayChange(UUID person) {
    return people
        .find(person)
        .map(Stored::state)
        .filter(p -> !p.locked())
        .map(Person::password)
        .filter(Password::first)
        .isPresent();
  }
}
