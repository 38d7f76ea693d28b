package vn.sen.lending.bank;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;

/** Banks over HTTP. */
@RestController
@RequestMapping(BankController.PATH)
class BankController {

  static final String PATH = "/api/lending/banks";

  private final Banks banks;
  private final Scope scope;

  BankController(Banks banks, Scope scope) {
    this.banks = banks;
    this.scope = scope;
  }

  /** A bank to work with. */
  record NewBank(
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{1,19}") String code,
      @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String name,
      @NotNull LocalDate from) {}

  /** A name from a day on. */
  record NewName(
      @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String name,
      @NotNull LocalDate from) {}

  /** A bank as it is called on the day asked for. */
  record BankOnDay(UUID id, String code, String name, LocalDate since, long version) {}

  /** A bank with all its names, the oldest first. */
  record BankWithNames(UUID id, String code, List<Bank.Name> names, long version) {}

  @Needs(Role.ADMINISTRATOR)
  @PostMapping
  ResponseEntity<CommandAnswers.Done> register(
      @Valid @RequestBody NewBank bank, CommandContext by) {
    scope.requireTop(by.sender());
    var command =
        new BankCommand.Register(
            bank.code().toUpperCase(Locale.ROOT),
            plain(bank.name()),
            DateOutOfRange.checked("/from", bank.from()));
    return CommandAnswers.created(banks.register(by, command), PATH);
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/names")
  ResponseEntity<CommandAnswers.Done> rename(
      @PathVariable UUID id, @Valid @RequestBody NewName name, CommandContext by) {
    scope.requireTop(by.sender());
    var command =
        new BankCommand.Rename(plain(name.name()), DateOutOfRange.checked("/from", name.from()));
    return CommandAnswers.changed(banks.rename(id, by, command));
  }

  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK, Role.DASHBOARD})
  @GetMapping("/{id}")
  ResponseEntity<BankWithNames> get(@PathVariable UUID id) {
    var stored = banks.get(id);
    var bank = stored.state();
    return ResponseEntity.ok()
        .eTag(Long.toString(stored.version()))
        .body(new BankWithNames(id, bank.code(), bank.names(), stored.version()));
  }

  /** The banks on a day (today where none is given), by code. */
  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK, Role.DASHBOARD})
  @GetMapping
  ResponseEntity<Page<BankOnDay>> list(
      @RequestParam(required = false) @Nullable LocalDate at,
      @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var day = at == null ? BusinessZone.today() : at;
    var behind = Cursor.parse(cursor, 1);
    var found = banks.on(day, behind.isEmpty() ? "" : behind.getFirst(), limit + 1);
    var items = found.stream().limit(limit).map(bank -> onDay(bank, day)).toList();
    return Page.of(items, found.size() > limit ? Cursor.of(items.getLast().code()) : null);
  }

  private static BankOnDay onDay(Stored<Bank> stored, LocalDate day) {
    var bank = stored.state();
    return new BankOnDay(
        stored.id(), bank.code(), bank.nameOn(day).orElseThrow(), bank.since(), stored.version());
  }

  private static String plain(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }
}
