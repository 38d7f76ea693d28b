package vn.sen.identity.person;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.events.identity.Role;

/**
 * Where nobody is known yet, an operator who starts the service can name the first administrator of
 * the whole Union. Her first password goes into a file that only the operator reads, never into a
 * log.
 */
@Component
@ConditionalOnProperty("sen.identity.first-administrator.name")
class FirstAdministrator implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final String PROCESS = "identity.first-administrator";

  private final People people;
  private final Clock clock;
  private final String name;
  private final Path passwordFile;
  private final Duration life;

  FirstAdministrator(
      People people,
      Clock clock,
      @Value("${sen.identity.first-administrator.name}") String name,
      @Value("${sen.identity.first-administrator.password-file}") Path passwordFile,
      @Value("${sen.identity.sign-in.first-password-life}") Duration life) {
    this.people = people;
    this.clock = clock;
    this.name = SignInName.of(name);
    this.passwordFile = passwordFile;
    this.life = life;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!people.behind("", 1).isEmpty()) {
      LOG.info("People are known already; no first administrator is made");
      return;
    }
    createPasswordFile();
    var id = UUID.randomUUID();
    var wholeUnion =
        new Appointment(
            UUID.randomUUID(), null, List.of(Role.ADMINISTRATOR), LocalDate.now(clock), null, null);
    people.registerOnce(
        id, CommandContext.process(PROCESS, id.toString()), name, List.of(wholeUnion));
    var given =
        people.giveFirstPassword(id, CommandContext.process(PROCESS, id + "/password"), life);
    write(given.password());
    LOG.info("The first administrator's password is in {}", passwordFile);
  }

  /** Before anything else: a password that cannot be handed over is given to nobody. */
  private void createPasswordFile() {
    var operatorOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try {
      Files.createFile(passwordFile, operatorOnly);
    } catch (IOException e) {
      throw new UncheckedIOException("No new file for the first password", e);
    }
  }

  private void write(String password) {
    try {
      Files.writeString(passwordFile, password + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("The first password cannot be written", e);
    }
  }
}
