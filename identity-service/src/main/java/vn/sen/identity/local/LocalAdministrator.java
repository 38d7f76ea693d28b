package vn.sen.identity.local;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.events.identity.Role;
import vn.sen.identity.person.Appointment;
import vn.sen.identity.person.People;

/** A developer's machine has an administrator of the whole Union from its first start on. */
@Component
@ConditionalOnProperty("sen.identity.local.secret")
class LocalAdministrator implements ApplicationRunner {

  static final String NAME = "administrator";

  private static final String PROCESS = "identity.local";
  private static final UUID ID = CommandContext.derive(PROCESS, NAME);

  private final People people;
  private final Clock clock;

  LocalAdministrator(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    people.registerOnce(
        ID,
        CommandContext.process(PROCESS, NAME),
        NAME,
        List.of(
            new Appointment(
                CommandContext.derive(PROCESS, NAME, "appointment"),
                null,
                List.of(Role.ADMINISTRATOR),
                LocalDate.now(clock),
                null,
                null)));
  }
}
