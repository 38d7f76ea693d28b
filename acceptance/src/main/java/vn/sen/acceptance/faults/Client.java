package vn.sen.acceptance.faults;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One client with members of its own, whose commands come from its own random numbers. */
final class Client {

  private static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 10);
  private static final int MOST_COMMANDS_OF_ONE = 10;

  /** One command in so many is sent to both instances at once. */
  private static final int TWICE_AT_ONCE = 20;

  private final String name;
  private final Random random;
  private final Territory territory;
  private final Sender sender;
  private final List<Node> instances;
  private final Ledger ledger;
  private final List<Person> mine = new ArrayList<>();
  private int sent;

  Client(
      String name,
      long seed,
      Territory territory,
      Sender sender,
      List<Node> instances,
      Ledger ledger) {
    this.name = name;
    this.random = new Random(seed);
    this.territory = territory;
    this.sender = sender;
    this.instances = instances;
    this.ledger = ledger;
  }

  /** Carries out one more command, whatever happens meanwhile. */
  void next() throws InterruptedException {
    int index = mine.isEmpty() || random.nextInt(3) == 0 ? -1 : random.nextInt(mine.size());
    if (index < 0) {
      var command = beginning();
      var done = carryOut(command, null);
      keep(Person.begun(done.id(), command), done, -1);
    } else {
      var person = mine.get(index);
      var command = next(person);
      keep(person.after(command), carryOut(command, person), index);
    }
  }

  private void keep(Person after, Sender.Done done, int index) {
    if (done.version() != after.version()) {
      ledger.surprise(
          "%s: version %d acknowledged, %d expected"
              .formatted(after.id(), done.version(), after.version()));
    }
    ledger.acknowledged(after);
    if (index >= 0) {
      mine.remove(index);
    }
    if (after.version() < MOST_COMMANDS_OF_ONE) {
      mine.add(after);
    }
  }

  private Sender.Done carryOut(Command command, @Nullable Person person)
      throws InterruptedException {
    var id = person == null ? null : person.id();
    var version = person == null ? null : person.version();
    var key = name + "-" + sent++;
    if (random.nextInt(TWICE_AT_ONCE) == 0) {
      twiceAtOnce(command, id, key, version);
    }
    return sender.send(command.method(), command.path(id), key, version, command.body());
  }

  /** As a client does whose patience is short: the same command is at both instances at once. */
  private void twiceAtOnce(Command command, @Nullable UUID id, String key, @Nullable Long version)
      throws InterruptedException {
    List<Future<Sender.@Nullable Done>> attempts = new ArrayList<>();
    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var instance : instances) {
        attempts.add(
            both.submit(
                () ->
                    sender.tryOnce(
                        instance,
                        command.method(),
                        command.path(id),
                        key,
                        version,
                        command.body())));
      }
    }
    var answers =
        attempts.stream()
            .filter(a -> a.state() == Future.State.SUCCESS)
            .map(Future::resultNow)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (answers.size() > 1) {
      ledger.surprise("One command, two answers: " + answers);
    }
  }

  private Command beginning() {
    var unit = anyBranch();
    var day = FIRST_DAY.plusDays(random.nextInt(100));
    return random.nextInt(4) == 0
        ? new Command.Propose(unit, day)
        : new Command.Register(unit, day);
  }

  private Command next(Person person) {
    var day = person.lastDay().plusDays(1 + random.nextInt(5));
    if (person.proposedTo() != null) {
      return new Command.Approve(day);
    }
    if (!person.isMember()) {
      return new Command.Readmit(anyBranch(), day);
    }
    var stay = person.stays().getLast();
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> new Command.Transfer(otherBranch(stay.unit()), day);
      case 3 -> new Command.Depart(day);
      case 4 -> new Command.ChangeType(!stay.honorary(), day);
      case 5 -> new Command.ChangeHousehold(otherHousehold(person.household()), day);
      case 6 ->
          person.stays().size() == 1 && "ADMISSION".equals(stay.in())
              ? new Command.CorrectJoining(stay.from().minusDays(1))
              : new Command.CorrectPhone(random.nextInt(100_000_000));
      default -> new Command.CorrectPhone(random.nextInt(100_000_000));
    };
  }

  private UUID anyBranch() {
    return territory.branches().get(random.nextInt(territory.branches().size()));
  }

  private UUID otherBranch(UUID branch) {
    var others = territory.branches().stream().filter(b -> !b.equals(branch)).toList();
    return others.get(random.nextInt(others.size()));
  }

  private UUID otherHousehold(@Nullable UUID household) {
    var others = territory.households().stream().filter(h -> !h.equals(household)).toList();
    return others.get(random.nextInt(others.size()));
  }
}
