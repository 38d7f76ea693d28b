package vn.sen.lending.group;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.events.lending.GroupRank;
import vn.sen.lending.bank.KnownBanks;
import vn.sen.lending.territory.Territory;

/** Savings and credit groups over HTTP. */
@RestController
@RequestMapping(GroupController.PATH)
class GroupController {

  static final String PATH = "/api/lending/groups";

  /** Nobody saves more at once, in đồng. */
  private static final long MOST_SAVED = 1_000_000_000_000L;

  private final Groups groups;
  private final GroupStandings standings;
  private final KnownBanks banks;
  private final Territory territory;
  private final Scope scope;
  private final Clock clock;

  GroupController(
      Groups groups,
      GroupStandings standings,
      KnownBanks banks,
      Territory territory,
      Scope scope,
      Clock clock) {
    this.groups = groups;
    this.standings = standings;
    this.banks = banks;
    this.territory = territory;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * @param code as the bank writes it
   */
  record NewGroup(
      @NotNull UUID bankId,
      @NotBlank @Size(max = 40) String code,
      @NotNull UUID unitId,
      @NotNull LocalDate on) {}

  /**
   * @param memberId where she is a member of the Union, else null
   */
  record NewLeader(
      @Nullable UUID memberId, @NotBlank @Size(max = 100) String name, @NotNull LocalDate from) {}

  record LeaderLeaves(@NotNull LocalDate on) {}

  /**
   * @param interest in đồng
   * @param savings in đồng
   */
  record Handover(
      @NotNull @PositiveOrZero Long interest,
      @NotNull @PositiveOrZero Long savings,
      @NotNull LocalDate on) {}

  /**
   * @param reason why it is not the rank proposed for the period, or null
   */
  record NewRank(
      @NotNull GroupRank rank,
      @NotNull LocalDate from,
      @Nullable @Size(min = 1, max = 500) @Pattern(regexp = "\\P{Cntrl}*") String reason) {}

  /**
   * @param from the first day of the period to look at
   * @param to its last day
   * @param fixedDays days of the bank at the commune's transaction point; null where nobody counted
   * @param attendedDays on which somebody of the group was there, or null
   */
  record Period(
      @NotNull LocalDate from,
      @NotNull LocalDate to,
      @Nullable @Positive @Max(400) Integer fixedDays,
      @Nullable @PositiveOrZero @Max(400) Integer attendedDays) {

    /** In hundredths of a percent; null where it is not known. */
    @Nullable Integer attendance() {
      if (fixedDays == null && attendedDays == null) {
        return null;
      }
      if (fixedDays == null || attendedDays == null || attendedDays > fixedDays) {
        throw new GroupRules.AttendanceInvalid();
      }
      return attendedDays * 10_000 / fixedDays;
    }
  }

  /** What is done with savings. */
  enum SavingKind {
    COLLECTED,
    WITHDRAWN
  }

  /**
   * @param amount in đồng
   */
  record NewSaving(
      @NotNull SavingKind kind,
      @NotNull @Positive @Max(MOST_SAVED) Long amount,
      @NotNull LocalDate on) {}

  record Closing(@NotNull LocalDate on) {}

  /**
   * A group.
   *
   * @param saved what its members have saved up to the day asked for, in đồng
   * @param proposal the rank that the rules come to for the last period looked at, or null
   * @param size on the day asked for; null in lists
   */
  record View(
      UUID id,
      long version,
      UUID bankId,
      String code,
      UUID unitId,
      Group.@Nullable Leader leader,
      boolean handoverDue,
      List<Group.Rank> ranks,
      @Nullable LocalDate closedOn,
      List<Group.Handover> handovers,
      long saved,
      @Nullable RankProposal proposal,
      GroupStandings.@Nullable Size size) {

    static View of(Stored<Group> stored, LocalDate today, GroupStandings.@Nullable Size size) {
      var group = stored.state();
      return new View(
          stored.id(),
          stored.version(),
          group.bankId(),
          group.code(),
          group.unitId(),
          group.leader(),
          group.handoverDue(),
          group.ranks(),
          group.closedOn(),
          group.handovers(),
          group.saved(today),
          group.proposal(),
          size);
    }
  }

  @Needs(Role.OFFICER)
  @PostMapping
  ResponseEntity<Done> open(@Valid @RequestBody NewGroup body, CommandContext by) {
    var on = DateOutOfRange.checked("/on", body.on());
    scope.require(by.sender(), body.unitId(), on, "/unitId");
    if (!banks.exists(body.bankId())) {
      throw new GroupRules.BankUnknown();
    }
    return CommandAnswers.created(
        groups.open(by, body.bankId(), body.code().strip(), body.unitId(), on), PATH);
  }

  /** A group; its savings and its size at the end of a day, today where none is given. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<View> get(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable LocalDate at,
      Caller reader,
      OnRecord record) {
    var stored = groups.get(id);
    inScope(reader, stored.state());
    record.shows(id);
    var day = at == null ? today() : DateOutOfRange.checked("?at", at);
    var size = standings.size(id, stored.state(), day);
    return ResponseEntity.ok()
        .eTag(Long.toString(stored.version()))
        .body(View.of(stored, day, size));
  }

  /** Groups of a unit and of what is below it today; of all that the reader may see. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  ResponseEntity<Page<View>> list(
      @RequestParam(required = false) @Nullable UUID unitId,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader,
      OnRecord record) {
    var found = groups.list(territory.seenBy(reader, unitId), Cursor.parseId(cursor), limit + 1);
    var page = found.stream().limit(limit).toList();
    record.shows(page.stream().map(Stored::id).toList());
    var next = found.size() > limit ? Cursor.of(page.getLast().id().toString()) : null;
    var today = today();
    return Page.of(page.stream().map(group -> View.of(group, today, null)).toList(), next);
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/leaders")
  ResponseEntity<Done> appoint(
      @PathVariable UUID id, @Valid @RequestBody NewLeader body, CommandContext by) {
    var from = DateOutOfRange.checked("/from", body.from());
    var leader = new Group.Leader(body.memberId(), body.name().strip(), from);
    return change(id, by, group -> group.appoint(leader, today()));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/leader-departures")
  ResponseEntity<Done> leaderGone(
      @PathVariable UUID id, @Valid @RequestBody LeaderLeaves body, CommandContext by) {
    var on = DateOutOfRange.checked("/on", body.on());
    return change(id, by, group -> group.relieve(on, today()));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/handovers")
  ResponseEntity<Done> handOver(
      @PathVariable UUID id, @Valid @RequestBody Handover body, CommandContext by) {
    var on = DateOutOfRange.checked("/on", body.on());
    return change(id, by, group -> group.handOver(body.interest(), body.savings(), on, today()));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/ranks")
  ResponseEntity<Done> rank(
      @PathVariable UUID id, @Valid @RequestBody NewRank body, CommandContext by) {
    var from = DateOutOfRange.checked("/from", body.from());
    var reason = body.reason() == null ? null : body.reason().strip();
    return change(id, by, group -> group.rank(body.rank(), from, reason));
  }

  /** What rank the rules agreed with the bank come to; an officer then ranks the group. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/rank-proposals")
  ResponseEntity<Done> proposeRank(
      @PathVariable UUID id, @Valid @RequestBody Period body, CommandContext by) {
    var from = DateOutOfRange.checked("/from", body.from());
    var to = DateOutOfRange.checked("/to", body.to());
    if (to.isBefore(from) || to.isAfter(today())) {
      throw new GroupRules.RankingPeriodInvalid();
    }
    var attendance = body.attendance();
    return change(id, by, group -> group.propose(standings.rank(id, group, from, to, attendance)));
  }

  /** Members saved, or took savings back. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/savings")
  ResponseEntity<Done> save(
      @PathVariable UUID id, @Valid @RequestBody NewSaving body, CommandContext by) {
    var on = DateOutOfRange.checked("/on", body.on());
    long amount = body.kind() == SavingKind.COLLECTED ? body.amount() : -body.amount();
    return change(id, by, group -> group.save(amount, on, today()));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/closing")
  ResponseEntity<Done> close(
      @PathVariable UUID id, @Valid @RequestBody Closing body, CommandContext by) {
    var on = DateOutOfRange.checked("/on", body.on());
    return change(id, by, group -> group.close(on));
  }

  private ResponseEntity<Done> change(
      UUID id, CommandContext by, Function<Group, Decision<Group>> decide) {
    return CommandAnswers.changed(
        groups.change(id, by, group -> decide.apply(inScope(by.sender(), group))));
  }

  private Group inScope(Caller caller, Group group) {
    scope.require(caller, group.unitId(), today(), "");
    return group;
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
