package vn.sen.lending.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.BankEvent;
import vn.sen.events.lending.BankEvent.BankRegistered;
import vn.sen.events.lending.BankEvent.BankRenamed;
import vn.sen.events.lending.BankEvent.BankReportingChanged;
import vn.sen.lending.naming.DatedNames;
import vn.sen.lending.naming.NameBeforeTheFirst;
import vn.sen.lending.naming.Named;

/**
 * A bank the Union works with. It keeps its code; its names are effective-dated, so that a report
 * of the past names it as it was called then.
 *
 * @param statementsOnly whether the platform learns of its loans by statements that the province
 *     uploads
 */
record Bank(String code, DatedNames names, boolean statementsOnly) implements Named {

  /**
   * What a command leads to.
   *
   * @param bank null where it does not exist yet
   * @throws NameBeforeTheFirst if the name would begin before the bank does
   */
  static List<BankEvent> decide(@Nullable Bank bank, BankCommand command) {
    return switch (command) {
      case BankCommand.Register(var code, var name, var from) ->
          List.of(new BankRegistered(code, name, from));
      case BankCommand.Rename(var name, var from) ->
          existing(bank).names.isNews(name, from)
              ? List.of(new BankRenamed(name, from))
              : List.of();
      case BankCommand.Report(var statementsOnly, var today) ->
          existing(bank).statementsOnly == statementsOnly
              ? List.of()
              : List.of(new BankReportingChanged(statementsOnly, today));
    };
  }

  private static Bank existing(@Nullable Bank bank) {
    return Objects.requireNonNull(bank, "a bank begins by registration");
  }

  /** The state after an event. */
  static Bank evolve(@Nullable Bank bank, BankEvent event) {
    return switch (event) {
      case BankRegistered(var code, var name, var from) ->
          new Bank(code, DatedNames.begun(name, from), false);
      case BankRenamed(var name, var from) -> {
        var known = existing(bank);
        yield new Bank(known.code, known.names.with(name, from), known.statementsOnly);
      }
      case BankReportingChanged(var statementsOnly, _) -> {
        var known = existing(bank);
        yield new Bank(known.code, known.names, statementsOnly);
      }
    };
  }

  /** The name on a day; empty before the bank's first day. */
  Optional<String> nameOn(LocalDate day) {
    return names.on(day);
  }
}
