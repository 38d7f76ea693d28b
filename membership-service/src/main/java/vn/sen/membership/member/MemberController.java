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
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.web.Page;

/** Members: commands, and one member to read. Searches are {@link MemberSearchController}'s. */
@RestController
@RequestMapping(MemberController.PATH)
class MemberController {

  static final String PATH = "/api/membership/members";

  private final MemberHandler handler;

  MemberController(MemberHandler handler) {
    this.handler = handler;
  }

  @Needs(Role.OFFICER)
  @PostMapping("/proposals")
  ResponseEntity<Done> propose(@Valid @RequestBody MemberBodies.Proposal body, CommandContext by) {
    return CommandAnswers.created(
        handler.begin(by, body.command(), Boolean.TRUE.equals(body.afterErasure())), PATH);
  }

  @Needs(Role.OFFICER)
  @PostMapping
  ResponseEntity<Done> register(
      @Valid @RequestBody MemberBodies.Registration body, CommandContext by) {
    return CommandAnswers.created(
        handler.begin(by, body.command(), Boolean.TRUE.equals(body.afterErasure())), PATH);
  }

  @Needs(Role.APPROVER)
  @PostMapping("/{id}/approval")
  ResponseEntity<Done> approve(
      @PathVariable UUID id, @Valid @RequestBody MemberBodies.Approval body, CommandContext by) {
    return handle(id, by, new MemberCommand.Approve(body.communeId(), body.approvedOn()));
  }

  @Needs(Role.APPROVER)
  @PostMapping("/{id}/rejection")
  ResponseEntity<Done> reject(
      @PathVariable UUID id, @Valid @RequestBody MemberBodies.Rejection body, CommandContext by) {
    return handle(id, by, new MemberCommand.Reject(body.on(), body.reason()));
  }

  @Needs(Role.OFFICER)
  @PutMapping("/{id}/particulars")
  ResponseEntity<Done> correct(
      @PathVariable UUID id, @Valid @RequestBody MemberBodies.Correction body, CommandContext by) {
    return handle(id, by, new MemberCommand.Correct(body.particulars()));
  }

  @Needs(Role.OFFICER)
  @PutMapping("/{id}/joining")
  ResponseEntity<Done> correctJoining(
      @PathVariable UUID id, @Valid @RequestBody MemberBodies.Joining body, CommandContext by) {
    return handle(id, by, new MemberCommand.CorrectJoining(body.joinedOn()));
  }

  @Needs(Role.OFFICER)
  @PutMapping("/{id}/type")
  ResponseEntity<Done> changeType(
      @PathVariable UUID id, @Valid @RequestBody MemberBodies.TypeChange body, CommandContext by) {
    return handle(id, by, new MemberCommand.ChangeType(body.memberType(), body.on()));
  }

  @Needs(Role.OFFICER)
  @PutMapping("/{id}/household")
  ResponseEntity<Done> changeHousehold(
      @PathVariable UUID id,
      @Valid @RequestBody MemberBodies.HouseholdChange body,
      CommandContext by) {
    return handle(id, by, new MemberCommand.ChangeHousehold(body.householdId(), body.on()));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/transfers")
  ResponseEntity<Done> transfer(
      @PathVariable UUID id, @Valid @RequestBody MemberBodies.Transfer body, CommandContext by) {
    return handle(id, by, new MemberCommand.Transfer(body.toUnitId(), body.on()));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/departures")
  ResponseEntity<Done> depart(
      @PathVariable UUID id, @Valid @RequestBody MemberBodies.Departure body, CommandContext by) {
    return handle(id, by, body.command());
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/readmissions")
  ResponseEntity<Done> readmit(
      @PathVariable UUID id, @Valid @RequestBody MemberBodies.Readmission body, CommandContext by) {
    return handle(id, by, new MemberCommand.Readmit(body.unitId(), body.on()));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/assignments")
  ResponseEntity<Done> assign(
      @PathVariable UUID id, @Valid @RequestBody MemberBodies.Assignment body, CommandContext by) {
    return handle(id, by, new MemberCommand.Follow(body.redrawingId(), body.successorId()));
  }

  private ResponseEntity<Done> handle(UUID id, CommandContext by, MemberCommand command) {
    return CommandAnswers.changed(handler.handle(id, by, command));
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<MemberView> get(@PathVariable UUID id, Caller reader, OnRecord record) {
    var view = handler.view(id, reader);
    record.shows(id);
    return ResponseEntity.ok().eTag(Long.toString(view.version())).body(view);
  }

  /** All that happened to the member's record, with who entered it and when. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}/history")
  ResponseEntity<Page<HistoryEntry>> history(
      @PathVariable UUID id, Caller reader, OnRecord record) {
    var history = handler.history(id, reader);
    record.shows(id);
    return Page.of(history, null);
  }
}
