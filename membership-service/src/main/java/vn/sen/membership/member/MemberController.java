package vn.sen.membership.member;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.web.Page;

/** Members: commands, and one member to read. Searches are {@link MemberSearchController}'s. */
@RestController
@RequestMapping(MemberController.PATH)
class MemberController {

  static final String PATH = "/api/membership/members";

  private final MemberHandler handler;
  private final AggregateStore<Member> store;

  MemberController(MemberHandler handler, AggregateStore<Member> store) {
    this.handler = handler;
    this.store = store;
  }

  @PostMapping("/proposals")
  ResponseEntity<Done> propose(@Valid @RequestBody MemberBodies.Proposal body, CommandContext by) {
    return CommandAnswers.created(
        handler.begin(by, body.command(), Boolean.TRUE.equals(body.afterErasure())), PATH);
  }

  @PostMapping
  ResponseEntity<Done> register(
      @Valid @RequestBody MemberBodies.Registration body, CommandContext by) {
    return CommandAnswers.created(
        handler.begin(by, body.command(), Boolean.TRUE.equals(body.afterErasure())), PATH);
  }

  @PostMapping("/{id}/approval")
  ResponseEntity<Done> approve(
      @PathVariable UUID id, @Valid @RequestBody MemberBodies.Approval body, CommandContext by) {
    return handle(id, by, new MemberCommand.Approve(body.communeId(), body.approvedOn()));
  }

  @PostMapping("/{id}/rejection")
  ResponseEntity<Done> reject(
      @PathVariable UUID id, @Valid @RequestBody MemberBodies.Rejection body, CommandContext by) {
    return handle(id, by, new MemberCommand.Reject(body.on(), body.reason()));
  }

  @PutMapping("/{id}/particulars")
  ResponseEntity<Done> correct(
      @PathVariable UUID id, @Valid @RequestBody MemberBodies.Correction body, CommandContext by) {
    return handle(id, by, new MemberCommand.Correct(body.particulars()));
  }

  @PutMapping("/{id}/joining")
  ResponseEntity<Done> correctJoining(
      @PathVariable UUID id, @Valid @RequestBody MemberBodies.Joining body, CommandContext by) {
    return handle(id, by, new MemberCommand.CorrectJoining(body.joinedOn()));
  }

  @PutMapping("/{id}/type")
  ResponseEntity<Done> changeType(
      @PathVariable UUID id, @Valid @RequestBody MemberBodies.TypeChange body, CommandContext by) {
    return handle(id, by, new MemberCommand.ChangeType(body.memberType(), body.on()));
  }

  @PutMapping("/{id}/household")
  ResponseEntity<Done> changeHousehold(
      @PathVariable UUID id,
      @Valid @RequestBody MemberBodies.HouseholdChange body,
      CommandContext by) {
    return handle(id, by, new MemberCommand.ChangeHousehold(body.householdId(), body.on()));
  }

  @PostMapping("/{id}/transfers")
  ResponseEntity<Done> transfer(
      @PathVariable UUID id, @Valid @RequestBody MemberBodies.Transfer body, CommandContext by) {
    return handle(id, by, new MemberCommand.Transfer(body.toUnitId(), body.on()));
  }

  @PostMapping("/{id}/departures")
  ResponseEntity<Done> depart(
      @PathVariable UUID id, @Valid @RequestBody MemberBodies.Departure body, CommandContext by) {
    return handle(id, by, body.command());
  }

  @PostMapping("/{id}/readmissions")
  ResponseEntity<Done> readmit(
      @PathVariable UUID id, @Valid @RequestBody MemberBodies.Readmission body, CommandContext by) {
    return handle(id, by, new MemberCommand.Readmit(body.unitId(), body.on()));
  }

  @PostMapping("/{id}/assignments")
  ResponseEntity<Done> assign(
      @PathVariable UUID id, @Valid @RequestBody MemberBodies.Assignment body, CommandContext by) {
    return handle(id, by, new MemberCommand.Follow(body.redrawingId(), body.successorId()));
  }

  private ResponseEntity<Done> handle(UUID id, CommandContext by, MemberCommand command) {
    return CommandAnswers.changed(handler.handle(id, by, command));
  }

  @GetMapping("/{id}")
  ResponseEntity<MemberView> get(@PathVariable UUID id) {
    var stored = store.get(id);
    return ResponseEntity.ok()
        .eTag(Long.toString(stored.version()))
        .body(MemberView.of(id, stored.version(), stored.state()));
  }

  /** All that happened to the member's record, with who entered it and when. */
  @GetMapping("/{id}/history")
  ResponseEntity<Page<HistoryEntry>> history(@PathVariable UUID id) {
    return Page.of(store.history(id), null);
  }
}
