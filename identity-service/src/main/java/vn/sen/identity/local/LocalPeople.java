package vn.sen.identity.local;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.events.identity.Role;
import vn.sen.identity.person.Appointment;
import vn.sen.identity.person.People;

/**
 * On a developer's machine two people act for the whole Union from its first start on: one who sets
 * up and enters, and another one, because what moves figures needs a second person's approval.
 */
@Component
@ConditionalOnProperty("sen.identity.local.secret")
class LocalPeople implements ApplicationRunner {

  static final String ADMINISTRATOR = "administrator";
  static final String APPROVER = "approver";

  private static final String PROCESS = "identity.local";

  private final People people;
  private final Clock clock;

  LocalPeople(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    register(ADMINISTRATOR, List.of(Role.ADMINISTRATOR, Role.OFFICER));
    register(APPROVER, List.of(Role.APPROVER));
  }

  private void register(String name, List<Role> roles) {
    people.registerOnce(
        CommandContext.derive(PROCESS, name),
        CommandContext.process(PROCESS, name),
        name,
        List.of(
            new Appointment(
                CommandContext.derive(PROCESS, name, "appointment"),
                null,
                roles,
                LocalDate.now(clock),
                null,
                null)));
  }
}
