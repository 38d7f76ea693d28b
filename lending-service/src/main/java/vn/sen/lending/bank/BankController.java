package vn.sen.lending.bank;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.web.Page;
import vn.sen.lending.naming.DatedNames;
import vn.sen.lending.naming.NamedList.NamedOnDay;
import vn.sen.lending.naming.NamingBodies.NewName;
import vn.sen.lending.naming.NamingBodies.NewNamed;

/** Banks over HTTP. */
@RestController
@RequestMapping(BankController.PATH)
class BankController {

  static final String PATH = "/api/lending/banks";

  private final Banks banks;
  private final Scope scope;
  private final Clock clock;

  BankController(Banks banks, Scope scope, Clock clock) {
    this.banks = banks;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * How the platform learns of a bank's loans.
   *
   * @param statementsOnly whether the province uploads its statements
   */
  record Reporting(@NotNull Boolean statementsOnly) {}

  /** A bank with all its names, the oldest first. */
  record BankWithNames(
      UUID id, String code, List<DatedNames.Name> names, boolean statementsOnly, long version) {}

  @Needs(Role.ADMINISTRATOR)
  @PostMapping
  ResponseEntity<Done> register(@Valid @RequestBody NewNamed body, CommandContext by) {
    scope.requireTop(by.sender());
    var bank = body.kept();
    var command = new BankCommand.Register(bank.code(), bank.name(), bank.from());
    return CommandAnswers.created(banks.register(by, command), PATH);
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/names")
  ResponseEntity<Done> rename(
      @PathVariable UUID id, @Valid @RequestBody NewName body, CommandContext by) {
    scope.requireTop(by.sender());
    var name = body.kept();
    var command = new BankCommand.Rename(name.name(), name.from());
    return CommandAnswers.changed(banks.change(id, by, command));
  }

  /** Whether the bank posts by itself, or the province uploads its statements. */
  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/reporting")
  ResponseEntity<Done> reports(
      @PathVariable UUID id, @Valid @RequestBody Reporting body, CommandContext by) {
    scope.requireTop(by.sender());
    var command = new BankCommand.Report(body.statementsOnly(), LocalDate.now(clock));
    return CommandAnswers.changed(banks.change(id, by, command));
  }

  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK, Role.DASHBOARD})
  @GetMapping("/{id}")
  ResponseEntity<BankWithNames> get(@PathVariable UUID id) {
    var stored = banks.get(id);
    var bank = stored.state();
    return ResponseEntity.ok()
        .eTag(Long.toString(stored.version()))
        .body(
            new BankWithNames(
                id, bank.code(), bank.names().all(), bank.statementsOnly(), stored.version()));
  }

  /** The banks on a day (today where none is given), by code. */
  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK, Role.DASHBOARD})
  @GetMapping
  ResponseEntity<Page<NamedOnDay>> list(
      @RequestParam(required = false) @Nullable LocalDate at,
      @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return banks.page(at, limit, cursor);
  }
}
