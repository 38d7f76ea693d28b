package vn.sen.lending.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.BankEvent;
import vn.sen.events.lending.BankEvent.BankRegistered;
import vn.sen.events.lending.BankEvent.BankRenamed;

/**
 * A bank the Union works with. It keeps its code; its names are effective-dated, so that a report
 * of the past names it as it was called then.
 *
 * @param names by day, the oldest first, never empty
 */
record Bank(String code, List<Name> names) {

  /** A name and the first day on which the bank bears it. */
  record Name(String name, LocalDate from) {}

  Bank {
    names = List.copyOf(names);
  }

  /**
   * What a command leads to.
   *
   * @param bank null where it does not exist yet
   * @throws NameBeforeBank if the name would begin before the bank does
   */
  static List<BankEvent> decide(@Nullable Bank bank, BankCommand command) {
    return switch (command) {
      case BankCommand.Register(var code, var name, var from) ->
          List.of(new BankRegistered(code, name, from));
      case BankCommand.Rename(var name, var from) ->
          Objects.requireNonNull(bank, "only an existing bank is renamed").rename(name, from);
    };
  }

  private List<BankEvent> rename(String name, LocalDate from) {
    if (from.isBefore(since())) {
      throw new NameBeforeBank(since());
    }
    boolean already = nameOn(from).filter(name::equals).isPresent();
    return already ? List.of() : List.of(new BankRenamed(name, from));
  }

  /** The state after an event. */
  static Bank evolve(@Nullable Bank bank, BankEvent event) {
    return switch (event) {
      case BankRegistered(var code, var name, var from) ->
          new Bank(code, List.of(new Name(name, from)));
      case BankRenamed(var name, var from) ->
          Objects.requireNonNull(bank, "a bank begins by registration").with(new Name(name, from));
    };
  }

  private Bank with(Name added) {
    var next = new ArrayList<>(names);
    next.removeIf(name -> name.from().equals(added.from()));
    next.add(added);
    next.sort(Comparator.comparing(Name::from));
    return new Bank(code, next);
  }

  /** The first day on which the Union works with the bank. */
  LocalDate since() {
    return names.getFirst().from();
  }

  /** The name on a day; empty before the bank's first day. */
  Optional<String> nameOn(LocalDate day) {
    return names.reversed().stream()
        .filter(name -> !name.from().isAfter(day))
        .findFirst()
        .map(Name::name);
  }
}
