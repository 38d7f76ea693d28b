package vn.sen.membership.communitygroup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
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
import vn.sen.events.membership.GroupClosingReason;

/** Commands to community groups. */
@RestController
@RequestMapping(GroupController.PATH)
class GroupController {

  static final String PATH = "/api/membership/groups";

  /** Programmes are the training service's; a group only says which one. */
  private static final String PROGRAMME = "[A-Z0-9][A-Z0-9-]{1,19}";

  private static final int MAX_JOINING = 200;
  private static final int MAX_ATTENDED = 500;
  private static final int MAX_OTHERS = 100_000;

  private final GroupHandler handler;

  GroupController(GroupHandler handler) {
    this.handler = handler;
  }

  record StatedValue(
      @NotBlank @Size(max = 40) String key,
      @NotBlank @Size(max = GroupType.MAX_TEXT) String value) {}

  /**
   * @param type the code of a group type
   * @param parameters what the type registers
   * @param programme the code of the programme it is founded under; none where left out
   */
  record NewCommunityGroup(
      @NotBlank @Size(max = 20) String type,
      @NotBlank @Size(max = CommunityGroup.MAX_NAME) String name,
      @NotNull UUID unitId,
      @NotNull LocalDate foundedOn,
      @Nullable @Size(max = 50) List<@NotNull @Valid StatedValue> parameters,
      @Nullable @Pattern(regexp = PROGRAMME) String programme) {}

  /**
   * @param type the code of a group type
   * @param parameters what the type registers
   */
  record GroupRegistration(
      @NotBlank @Size(max = 20) String type,
      @NotBlank @Size(max = CommunityGroup.MAX_NAME) String name,
      @NotNull UUID unitId,
      @NotNull LocalDate foundedOn,
      @Nullable @Size(max = 50) List<@NotNull @Valid StatedValue> parameters) {}

  /**
   * @param programme the code; none where left out
   */
  record GroupProgramme(
      @Nullable @Pattern(regexp = PROGRAMME) String programme, @NotNull LocalDate from) {}

  record GroupJoining(
      @NotEmpty @Size(max = MAX_JOINING) List<@NotNull UUID> memberIds, @NotNull LocalDate on) {}

  /**
   * @param on the first day without her
   */
  record GroupDeparture(@NotNull LocalDate on) {}

  /**
   * @param leftOn the first day without her; left out while she belongs to the group
   */
  record StayDays(@NotNull LocalDate joinedOn, @Nullable LocalDate leftOn) {}

  record OthersCount(
      @NotNull @PositiveOrZero @Max(MAX_OTHERS) Integer count, @NotNull LocalDate from) {}

  /**
   * @param attended members of the Union who came
   * @param others how many others came
   */
  record ToldMeeting(
      @NotNull LocalDate on,
      @NotBlank @Size(max = CommunityGroup.MAX_TEXT) String topic,
      @NotNull @Size(max = MAX_ATTENDED) List<@NotNull UUID> attended,
      @NotNull @PositiveOrZero @Max(MAX_OTHERS) Integer others) {}

  record GroupAssignment(@NotNull UUID redrawingId, @NotNull UUID successorId) {}

  /**
   * @param on the first day without the group
   */
  record GroupClosing(
      @NotNull GroupClosingReason reason,
      @Nullable @Size(max = CommunityGroup.MAX_NOTE) String note,
      @NotNull LocalDate on) {}

  @Needs(Role.OFFICER)
  @PostMapping
  ResponseEntity<Done> found(@Valid @RequestBody NewCommunityGroup body, CommandContext by) {
    var wanted =
        wanted(body.type(), body.name(), body.unitId(), body.foundedOn(), body.parameters());
    return CommandAnswers.created(handler.found(wanted, body.programme(), by), PATH);
  }

  /** What was registered was wrong. */
  @Needs(Role.OFFICER)
  @PutMapping("/{id}/registration")
  ResponseEntity<Done> correct(
      @PathVariable UUID id, @Valid @RequestBody GroupRegistration body, CommandContext by) {
    var wanted =
        wanted(body.type(), body.name(), body.unitId(), body.foundedOn(), body.parameters());
    return CommandAnswers.changed(handler.correct(id, wanted, by));
  }

  private static GroupHandler.Wanted wanted(
      String type,
      String name,
      UUID unitId,
      LocalDate foundedOn,
      @Nullable List<StatedValue> parameters) {
    var values = parameters == null ? List.<StatedValue>of() : parameters;
    return new GroupHandler.Wanted(
        type.strip(),
        name,
        unitId,
        DateOutOfRange.checked("/foundedOn", foundedOn),
        values.stream().map(v -> new GroupType.Value(v.key(), v.value())).toList());
  }

  /** It belongs to a programme, or to none, from a day on. */
  @Needs(Role.OFFICER)
  @PutMapping("/{id}/programme")
  ResponseEntity<Done> sponsor(
      @PathVariable UUID id, @Valid @RequestBody GroupProgramme body, CommandContext by) {
    var from = DateOutOfRange.checked("/from", body.from());
    return CommandAnswers.changed(handler.sponsor(id, body.programme(), from, by));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/members")
  ResponseEntity<Done> join(
      @PathVariable UUID id, @Valid @RequestBody GroupJoining body, CommandContext by) {
    var on = DateOutOfRange.checked("/on", body.on());
    return CommandAnswers.changed(handler.join(id, body.memberIds(), on, by));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/members/{memberId}/departure")
  ResponseEntity<Done> leave(
      @PathVariable UUID id,
      @PathVariable UUID memberId,
      @Valid @RequestBody GroupDeparture body,
      CommandContext by) {
    var on = DateOutOfRange.checked("/on", body.on());
    return CommandAnswers.changed(handler.leave(id, memberId, on, by));
  }

  /** The days of her last stay were wrong; a stay of no day never was. */
  @Needs(Role.OFFICER)
  @PutMapping("/{id}/members/{memberId}/stay")
  ResponseEntity<Done> correctStay(
      @PathVariable UUID id,
      @PathVariable UUID memberId,
      @Valid @RequestBody StayDays body,
      CommandContext by) {
    var joinedOn = DateOutOfRange.checked("/joinedOn", body.joinedOn());
    return CommandAnswers.changed(handler.correctStay(id, memberId, joinedOn, body.leftOn(), by));
  }

  /** So many others belong to it from a day on; stated again for a day, the number is corrected. */
  @Needs(Role.OFFICER)
  @PutMapping("/{id}/others")
  ResponseEntity<Done> stateOthers(
      @PathVariable UUID id, @Valid @RequestBody OthersCount body, CommandContext by) {
    var from = DateOutOfRange.checked("/from", body.from());
    return CommandAnswers.changed(handler.stateOthers(id, body.count(), from, by));
  }

  /** It met; told again under the same id, what was told is corrected. */
  @Needs(Role.OFFICER)
  @PutMapping("/{id}/meetings/{meetingId}")
  ResponseEntity<Done> meet(
      @PathVariable UUID id,
      @PathVariable UUID meetingId,
      @Valid @RequestBody ToldMeeting body,
      CommandContext by) {
    var on = DateOutOfRange.checked("/on", body.on());
    var meeting =
        new CommunityGroup.Meeting(meetingId, on, body.topic(), body.attended(), body.others());
    return CommandAnswers.changed(handler.meet(id, meeting, by));
  }

  /** The meeting did not take place. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/meetings/{meetingId}/cancellation")
  ResponseEntity<Done> cancelMeeting(
      @PathVariable UUID id, @PathVariable UUID meetingId, CommandContext by) {
    return CommandAnswers.changed(handler.cancelMeeting(id, meetingId, by));
  }

  /** The group's unit was split: the group follows one of the successors. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/assignments")
  ResponseEntity<Done> assign(
      @PathVariable UUID id, @Valid @RequestBody GroupAssignment body, CommandContext by) {
    return CommandAnswers.changed(handler.follow(id, body.redrawingId(), body.successorId(), by));
  }

  /** It ended; told again, the day and the reason are corrected. */
  @Needs(Role.OFFICER)
  @PutMapping("/{id}/closing")
  ResponseEntity<Done> close(
      @PathVariable UUID id, @Valid @RequestBody GroupClosing body, CommandContext by) {
    var on = DateOutOfRange.checked("/on", body.on());
    return CommandAnswers.changed(handler.close(id, body.reason(), body.note(), on, by));
  }

  /** The closing was entered by mistake. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/closing/cancellation")
  ResponseEntity<Done> cancelClosing(@PathVariable UUID id, CommandContext by) {
    return CommandAnswers.changed(handler.cancelClosing(id, by));
  }
}
