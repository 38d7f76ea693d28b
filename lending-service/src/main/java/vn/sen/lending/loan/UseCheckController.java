package vn.sen.lending.loan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.CursorInvalid;
import vn.sen.chassis.web.Page;
import vn.sen.events.lending.LoanPlace;
import vn.sen.lending.territory.Territory;

/** What an officer has to do about the use of loans. */
@RestController
@RequestMapping(LoanController.PATH)
class UseCheckController {

  /** So many days ahead officers look for checks to do. */
  private static final int AHEAD = 30;

  private final LoanQueries queries;
  private final Freezing freezing;
  private final Territory territory;
  private final Clock clock;

  UseCheckController(LoanQueries queries, Freezing freezing, Territory territory, Clock clock) {
    this.queries = queries;
    this.freezing = freezing;
    this.territory = territory;
    this.clock = clock;
  }

  /**
   * A loan whose use is to be checked.
   *
   * @param checks those that are to be done, the earliest first
   */
  record ToCheck(UUID id, String number, LoanPlace place, List<CheckView> checks) {}

  /**
   * Loans whose use is to be checked today, the most urgent first.
   *
   * @param unitId with everything below it on today's map; all that the reader may see where absent
   * @param late only those of which a check is late
   * @param until the last day of the checks asked for; in 30 days where absent
   */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/use-checks-due")
  ResponseEntity<Page<ToCheck>> checksDue(
      @RequestParam(required = false) @Nullable UUID unitId,
      @RequestParam(defaultValue = "false") boolean late,
      @RequestParam(required = false) @Nullable LocalDate until,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader,
      OnRecord record) {
    var today = LocalDate.now(clock);
    var asked = until == null ? today.plusDays(AHEAD) : DateOutOfRange.checked("?until", until);
    var last = late && !asked.isBefore(today) ? today.minusDays(1) : asked;
    var found =
        queries.withChecks(territory.seenBy(reader, unitId), last, checkPlace(cursor), limit + 1);
    var page = found.stream().limit(limit).toList();
    record.shows(page.stream().map(Stored::id).toList());
    return Page.of(
        page.stream().map(loan -> toCheck(loan, today)).toList(),
        found.size() > limit ? cursor(page.getLast()) : null);
  }

  private ToCheck toCheck(Stored<Loan> stored, LocalDate today) {
    var loan = stored.state();
    return new ToCheck(
        stored.id(),
        LoanController.masked(loan.contract().number()),
        loan.placeOn(today, freezing),
        loan.checksDue(freezing).stream()
            .filter(UseCheckDue::isOpen)
            .map(check -> CheckView.of(check, today))
            .toList());
  }

  private String cursor(Stored<Loan> last) {
    var due = last.state().nextCheck(freezing).orElseThrow();
    return Cursor.of(due.toString(), last.id().toString());
  }

  private static LoanQueries.@Nullable CheckPlace checkPlace(@Nullable String cursor) {
    var parts = Cursor.parse(cursor, 2);
    try {
      return parts.isEmpty()
          ? null
          : new LoanQueries.CheckPlace(
              LocalDate.parse(parts.getFirst()), UUID.fromString(parts.getLast()));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new CursorInvalid();
    }
  }
}
