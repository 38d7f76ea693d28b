package vn.sen.lending.assignment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.assignment.Assignments;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.org.Split;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.lending.loan.LoanAssignments;
import vn.sen.lending.loan.LoanAssignments.Placed;

/** The loans that splits have left open. */
@RestController
@RequestMapping(SplitController.PATH)
class SplitController {

  static final String PATH = "/api/lending/splits";

  private static final int MAX_PAGE = 500;

  private final Assignments assignments;
  private final OpenLoans loans;
  private final LoanAssignments numbers;
  private final OrgFollower orgUnits;

  SplitController(
      Assignments assignments, OpenLoans loans, LoanAssignments numbers, OrgFollower orgUnits) {
    this.assignments = assignments;
    this.loans = loans;
    this.numbers = numbers;
    this.orgUnits = orgUnits;
  }

  /** A unit by what it was called when it was divided, or set up. */
  record Named(UUID id, String code, String name) {}

  /**
   * A split with what it has left open.
   *
   * @param on the first day of the new map
   * @param unit what was divided
   * @param openLoans loans that follow no successor, those that are paid back too
   * @param openHouseholds whose loans these are
   * @param openOutstanding what is owed of them today, in đồng
   */
  record SplitView(
      UUID redrawingId,
      LocalDate on,
      Named unit,
      List<Named> successors,
      long openLoans,
      long openHouseholds,
      long openOutstanding) {}

  /**
   * A loan that follows no successor.
   *
   * @param number the bank's, its last four characters
   * @param point the bank's code of the transaction point, null where it has told none
   * @param outstanding what is owed today, in đồng
   */
  record LoanLine(
      UUID id,
      long version,
      String number,
      UUID bankId,
      UUID householdId,
      @Nullable UUID groupId,
      @Nullable String point,
      long outstanding) {
    static LoanLine of(Placed loan, String number) {
      return new LoanLine(
          loan.id(),
          loan.version(),
          number,
          loan.place().bankId(),
          loan.place().householdId(),
          loan.place().groupId(),
          loan.point(),
          loan.outstanding());
    }
  }

  /**
   * The splits whose loans the reader may assign, the earliest first.
   *
   * @param unitId only what concerns this unit: that was divided, or got a part
   */
  @Needs(Role.OFFICER)
  @GetMapping
  ResponseEntity<Page<SplitView>> list(
      @RequestParam(required = false) @Nullable UUID unitId, Caller reader) {
    return Page.of(
        assignments.splits(reader).stream()
            .filter(
                s -> unitId == null || s.unit().equals(unitId) || s.successors().contains(unitId))
            .map(this::view)
            .toList(),
        null);
  }

  /** One split by the unit that was divided. */
  @Needs(Role.OFFICER)
  @GetMapping("/{unitId}")
  SplitView get(@PathVariable UUID unitId, Caller reader) {
    return view(assignments.split(unitId, reader));
  }

  private SplitView view(Split split) {
    var open = loans.open(split);
    return new SplitView(
        split.redrawingId(),
        split.on(),
        named(split.unit(), split.on()),
        split.successors().stream()
            .map(id -> named(id, split.on()))
            .sorted(Comparator.comparing(Named::code))
            .toList(),
        open.loans(),
        open.households(),
        open.outstanding());
  }

  private Named named(UUID id, LocalDate day) {
    return orgUnits
        .map()
        .unit(id)
        .map(unit -> new Named(id, unit.code(), unit.nameOn(day)))
        .orElseGet(() -> new Named(id, "", "")); // its event is still under way
  }

  /**
   * The loans that follow no successor.
   *
   * @param groupId only those of this savings and credit group
   * @param householdId only those of this household
   * @param point only those paid at this transaction point, by the bank's code
   */
  @Needs(Role.OFFICER)
  @GetMapping("/{unitId}/loans")
  ResponseEntity<Page<LoanLine>> loans(
      @PathVariable UUID unitId,
      @RequestParam(required = false) @Nullable UUID groupId,
      @RequestParam(required = false) @Nullable UUID householdId,
      @RequestParam(required = false) @Nullable @Size(max = 50) String point,
      @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_PAGE) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader,
      OnRecord record) {
    var found =
        loans.open(
            assignments.split(unitId, reader),
            Cursor.parseId(cursor),
            limit + 1,
            loan ->
                (groupId == null || Objects.equals(groupId, loan.place().groupId()))
                    && (householdId == null || householdId.equals(loan.place().householdId()))
                    && (point == null || point.equals(loan.point())));
    var shown = found.stream().limit(limit).toList();
    var shownNumbers = numbers.numbers(shown.stream().map(Placed::id).toList());
    var page =
        shown.stream()
            .map(loan -> LoanLine.of(loan, Objects.requireNonNull(shownNumbers.get(loan.id()))))
            .toList();
    record.shows(page.stream().map(LoanLine::id).toList());
    return Page.of(page, found.size() > limit ? Cursor.of(page.getLast().id().toString()) : null);
  }
}
