package vn.sen.membership.voice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.events.membership.VoiceKind;
import vn.sen.events.membership.VoiceRaisedBy;

/** Commands to voices. */
@RestController
@RequestMapping(VoiceController.PATH)
class VoiceController {

  static final String PATH = "/api/membership/voices";

  private static final String SUBJECT = "[A-Z0-9][A-Z0-9_-]{0,39}";

  private final VoiceHandler handler;

  VoiceController(VoiceHandler handler) {
    this.handler = handler;
  }

  /**
   * @param memberId who raises it; only where a member does
   * @param subject the code of a subject area
   */
  record NewVoice(
      @NotNull UUID unitId,
      @NotNull VoiceRaisedBy by,
      @Nullable UUID memberId,
      @NotNull VoiceKind kind,
      @NotNull @Pattern(regexp = SUBJECT) String subject,
      @NotNull LocalDate raisedOn,
      @NotBlank @Size(max = VoiceRules.MAX_TEXT) String text) {}

  record NewRouting(
      @NotNull UUID toUnitId,
      @NotNull LocalDate on,
      @NotBlank @Size(max = VoiceRules.MAX_REASON) String reason) {}

  record NewAnswer(@NotNull LocalDate on, @NotBlank @Size(max = VoiceRules.MAX_TEXT) String text) {}

  /**
   * @param satisfied what she who raised it thinks of the answer
   */
  record NewVoiceClosing(@NotNull LocalDate on, @NotNull Boolean satisfied) {}

  record Reopening(
      @NotNull LocalDate on, @NotBlank @Size(max = VoiceRules.MAX_REASON) String reason) {}

  record VoiceWithdrawal(@NotNull LocalDate on) {}

  /**
   * @param answeredOn the day of the last answer; left out where it is right
   * @param closedOn the day it was closed; left out where it is right
   */
  record VoiceParticulars(
      @NotNull VoiceKind kind,
      @NotNull @Pattern(regexp = SUBJECT) String subject,
      @NotNull LocalDate raisedOn,
      @Nullable LocalDate answeredOn,
      @Nullable LocalDate closedOn) {}

  record Likeness(@NotNull UUID voiceId) {}

  @Needs(Role.OFFICER)
  @PostMapping
  ResponseEntity<Done> raise(@Valid @RequestBody NewVoice body, CommandContext by) {
    var matter =
        new Voice.Matter(
            body.unitId(),
            body.by(),
            body.memberId(),
            body.kind(),
            body.subject(),
            DateOutOfRange.checked("/raisedOn", body.raisedOn()),
            body.text());
    return CommandAnswers.created(handler.raise(matter, by), PATH);
  }

  /** Another unit above or below its owner has to answer. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/routings")
  ResponseEntity<Done> route(
      @PathVariable UUID id, @Valid @RequestBody NewRouting body, CommandContext by) {
    var on = DateOutOfRange.checked("/on", body.on());
    return CommandAnswers.changed(handler.route(id, body.toUnitId(), on, body.reason(), by));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/answers")
  ResponseEntity<Done> answer(
      @PathVariable UUID id, @Valid @RequestBody NewAnswer body, CommandContext by) {
    return CommandAnswers.changed(handler.answer(id, body.text(), body.on(), by));
  }

  /** Who raised it knows the answer. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/closing")
  ResponseEntity<Done> close(
      @PathVariable UUID id, @Valid @RequestBody NewVoiceClosing body, CommandContext by) {
    return CommandAnswers.changed(handler.close(id, body.satisfied(), body.on(), by));
  }

  /** The answer did not do. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/reopening")
  ResponseEntity<Done> reopen(
      @PathVariable UUID id, @Valid @RequestBody Reopening body, CommandContext by) {
    return CommandAnswers.changed(handler.reopen(id, body.reason(), body.on(), by));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/withdrawal")
  ResponseEntity<Done> withdraw(
      @PathVariable UUID id, @Valid @RequestBody VoiceWithdrawal body, CommandContext by) {
    return CommandAnswers.changed(handler.withdraw(id, body.on(), by));
  }

  /** What was told of it was wrong. */
  @Needs(Role.OFFICER)
  @PutMapping("/{id}/particulars")
  ResponseEntity<Done> correct(
      @PathVariable UUID id, @Valid @RequestBody VoiceParticulars body, CommandContext by) {
    return CommandAnswers.changed(
        handler.correct(
            id,
            body.kind(),
            body.subject(),
            DateOutOfRange.checked("/raisedOn", body.raisedOn()),
            body.answeredOn(),
            body.closedOn(),
            by));
  }

  /** Another voice, and all that are like it, are like this one; they know it a moment later. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/links")
  ResponseEntity<Done> link(
      @PathVariable UUID id, @Valid @RequestBody Likeness body, CommandContext by) {
    return CommandAnswers.changed(handler.link(id, body.voiceId(), by));
  }

  /** It is not like the others. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/unlinking")
  ResponseEntity<Done> unlink(@PathVariable UUID id, CommandContext by) {
    return CommandAnswers.changed(handler.unlink(id, by));
  }
}
