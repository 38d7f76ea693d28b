package vn.sen.lending.household;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.lending.territory.Territory;

/** The queue of households that banks have named, and what officers say of them. */
@RestController
@RequestMapping(HouseholdController.PATH)
class HouseholdController {

  static final String PATH = "/api/lending/households";

  private static final int DEFAULT_PAGE = 50;
  private static final int MAX_PAGE = 500;

  private final Households households;
  private final Territory territory;
  private final Scope scope;
  private final Clock clock;

  HouseholdController(Households households, Territory territory, Scope scope, Clock clock) {
    this.households = households;
    this.territory = territory;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * What to look for.
   *
   * @param identity the borrower's identity number, or null
   * @param unitId with everything below it on today's map; null for all that the reader may see
   */
  record Search(
      @Nullable @Pattern(regexp = "\\d{9}|\\d{12}") String identity,
      @Nullable UUID unitId,
      BorrowingHousehold.@Nullable Status status,
      @Nullable @Min(1) @Max(MAX_PAGE) Integer limit,
      @Nullable @Size(max = 1000) String cursor) {}

  /**
   * A household.
   *
   * @param name the borrower's name as a bank told it, or null
   * @param knownHouseholdId the membership service's household, or null
   * @param identifiedBy who said which household it is, or that it is none of a member's; null
   *     while nobody has
   * @param matchedFrom the first day on which the rule's match holds; null where there is none
   */
  record View(
      UUID id,
      long version,
      UUID unitId,
      BorrowingHousehold.Status status,
      @Nullable String name,
      @Nullable UUID knownHouseholdId,
      @Nullable IdentifiedBy identifiedBy,
      @Nullable LocalDate matchedFrom,
      List<BorrowingHousehold.Merge> merges) {

    /** Who says which household it is. */
    enum IdentifiedBy {
      /** The hash of the borrower's identity number is a member's. */
      RULE,
      OFFICER
    }

    static View of(Stored<BorrowingHousehold> stored) {
      var household = stored.state();
      return new View(
          stored.id(),
          stored.version(),
          household.unitId(),
          household.status(),
          household.name(),
          household.knownHouseholdId(),
          identifiedBy(household),
          household.match() == null ? null : household.match().from(),
          household.merges());
    }

    private static @Nullable IdentifiedBy identifiedBy(BorrowingHousehold household) {
      if (household.match() != null) {
        return IdentifiedBy.RULE;
      }
      return household.status() == BorrowingHousehold.Status.CONFIRMED
          ? IdentifiedBy.OFFICER
          : null;
    }
  }

  /**
   * @param householdId the membership service's; null for a household without a member of the Union
   */
  record Confirmation(@Nullable UUID householdId) {}

  record Merging(@NotNull UUID intoId, @NotNull LocalDate from) {}

  record Unmerging(@NotNull LocalDate from) {}

  /**
   * @param from the first day on which it counts by itself again, where the rule had merged it
   */
  record Unmatching(@NotNull LocalDate from) {}

  @Needs(Role.OFFICER)
  @PostMapping("/search")
  Page<View> search(@Valid @RequestBody Search body, Caller reader, OnRecord record) {
    var units = territory.seenBy(reader, body.unitId());
    var limit = body.limit() == null ? DEFAULT_PAGE : body.limit();
    List<Stored<BorrowingHousehold>> found =
        body.identity() == null
            ? households.list(units, body.status(), Cursor.parseId(body.cursor()), limit + 1)
            : households.byIdentity(body.identity()).stream()
                .filter(stored -> units.contains(stored.state().unitId()))
                .toList();
    var page = found.stream().limit(limit).toList();
    record.shows(page.stream().map(Stored::id).toList());
    var next = found.size() > limit ? Cursor.of(page.getLast().id().toString()) : null;
    return new Page<>(page.stream().map(View::of).toList(), next);
  }

  @Needs({Role.OFFICER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<View> get(@PathVariable UUID id, Caller reader, OnRecord record) {
    var stored = households.get(id);
    inScope(reader, stored.state());
    record.shows(id);
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(View.of(stored));
  }

  /** The same as a household of the membership service, or one of its own. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/confirmation")
  ResponseEntity<Done> confirm(
      @PathVariable UUID id, @Valid @RequestBody Confirmation body, CommandContext by) {
    inScope(by.sender(), households.get(id).state());
    if (body.householdId() != null) {
      households.requireNobodyElse(id, body.householdId());
    }
    var today = LocalDate.now(clock);
    return CommandAnswers.changed(
        households.change(
            id,
            by,
            household -> inScope(by.sender(), household).confirm(body.householdId(), today)));
  }

  /** Nobody can say yet. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/unknown")
  ResponseEntity<Done> leaveUnknown(@PathVariable UUID id, CommandContext by) {
    var today = LocalDate.now(clock);
    return CommandAnswers.changed(
        households.change(
            id, by, household -> inScope(by.sender(), household).leaveUnknown(today)));
  }

  /** It is the same as another one, from a day on. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/merges")
  ResponseEntity<Done> merge(
      @PathVariable UUID id, @Valid @RequestBody Merging body, CommandContext by) {
    var from = DateOutOfRange.checked("/from", body.from());
    return CommandAnswers.changed(
        households.merge(
            id,
            body.intoId(),
            from,
            LocalDate.now(clock),
            by,
            household -> inScope(by.sender(), household)));
  }

  /** It is not, from a day on. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/unmerges")
  ResponseEntity<Done> unmerge(
      @PathVariable UUID id, @Valid @RequestBody Unmerging body, CommandContext by) {
    var from = DateOutOfRange.checked("/from", body.from());
    var today = LocalDate.now(clock);
    return CommandAnswers.changed(
        households.change(
            id, by, household -> inScope(by.sender(), household).unmerge(from, today)));
  }

  /** The match by the borrower's hash is wrong, from a day on. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/unmatches")
  ResponseEntity<Done> undoMatch(
      @PathVariable UUID id, @Valid @RequestBody Unmatching body, CommandContext by) {
    var from = DateOutOfRange.checked("/from", body.from());
    var today = LocalDate.now(clock);
    return CommandAnswers.changed(
        households.change(
            id, by, household -> inScope(by.sender(), household).undoMatch(from, today)));
  }

  private BorrowingHousehold inScope(Caller caller, BorrowingHousehold household) {
    scope.require(caller, household.unitId(), LocalDate.now(clock), "");
    return household;
  }
}
