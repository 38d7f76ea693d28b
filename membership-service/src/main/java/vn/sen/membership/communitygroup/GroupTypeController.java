package vn.sen.membership.communitygroup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.events.membership.GroupParameter;
import vn.sen.events.membership.GroupParameterKind;

/** Types of community groups, entered for the whole Union. */
@RestController
@RequestMapping(GroupTypeController.PATH)
class GroupTypeController {

  static final String PATH = "/api/membership/group-types";

  private static final String CODE = "[A-Z0-9][A-Z0-9-]{1,19}";
  private static final String KEY = "[a-z][A-Za-z0-9]{0,39}";

  private final GroupTypes types;
  private final Scope scope;

  GroupTypeController(GroupTypes types, Scope scope) {
    this.types = types;
    this.scope = scope;
  }

  /**
   * @param choices the values allowed; only where it is a choice
   */
  record NewGroupParameter(
      @NotNull @Pattern(regexp = KEY) String key,
      @NotBlank @Size(max = GroupType.MAX_NAME) String name,
      @NotNull GroupParameterKind kind,
      @NotNull Boolean required,
      @Nullable @Size(max = 50) List<@NotBlank @Size(max = GroupType.MAX_TEXT) String> choices) {

    GroupParameter parameter() {
      return new GroupParameter(key, name, kind, required, choices == null ? List.of() : choices);
    }
  }

  /**
   * @param code names the type for ever
   * @param parameters none where left out
   * @param from the first day on which groups of the type could be founded
   */
  record NewGroupType(
      @NotNull @Pattern(regexp = CODE) String code,
      @NotBlank @Size(max = GroupType.MAX_NAME) String name,
      @Nullable @Size(max = 50) List<@NotNull @Valid NewGroupParameter> parameters,
      @NotNull LocalDate from) {}

  record NewGroupTypeName(
      @NotBlank @Size(max = GroupType.MAX_NAME) String name, @NotNull LocalDate from) {}

  record LaterGroupParameter(
      @NotNull @Valid NewGroupParameter parameter, @NotNull LocalDate from) {}

  /**
   * @param on the first day without it
   */
  record GroupTypeRetirement(@NotNull LocalDate on) {}

  /** A type with all its names and parameters, the oldest first. */
  record GroupTypeView(
      UUID id,
      long version,
      String code,
      List<GroupType.TypeName> names,
      List<GroupType.Registered> parameters,
      @Nullable LocalDate retiredOn) {

    static GroupTypeView of(Stored<GroupType> stored) {
      var type = stored.state();
      return new GroupTypeView(
          stored.id(),
          stored.version(),
          type.code(),
          type.names(),
          type.parameters(),
          type.retiredOn());
    }
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping
  ResponseEntity<Done> define(@Valid @RequestBody NewGroupType body, CommandContext by) {
    scope.requireTop(by.sender());
    var from = DateOutOfRange.checked("/from", body.from());
    var parameters = body.parameters() == null ? List.<NewGroupParameter>of() : body.parameters();
    return CommandAnswers.created(
        types.define(
            by,
            body.code(),
            body.name(),
            parameters.stream().map(NewGroupParameter::parameter).toList(),
            from),
        PATH);
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/names")
  ResponseEntity<Done> rename(
      @PathVariable UUID id, @Valid @RequestBody NewGroupTypeName body, CommandContext by) {
    var from = DateOutOfRange.checked("/from", body.from());
    return change(id, by, type -> type.rename(body.name(), from));
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/parameters")
  ResponseEntity<Done> addParameter(
      @PathVariable UUID id, @Valid @RequestBody LaterGroupParameter body, CommandContext by) {
    var from = DateOutOfRange.checked("/from", body.from());
    return change(id, by, type -> type.addParameter(body.parameter().parameter(), from));
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/parameters/{key}/retirement")
  ResponseEntity<Done> retireParameter(
      @PathVariable UUID id,
      @PathVariable String key,
      @Valid @RequestBody GroupTypeRetirement body,
      CommandContext by) {
    var on = DateOutOfRange.checked("/on", body.on());
    return change(id, by, type -> type.retireParameter(key, on));
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/retirement")
  ResponseEntity<Done> retire(
      @PathVariable UUID id, @Valid @RequestBody GroupTypeRetirement body, CommandContext by) {
    var on = DateOutOfRange.checked("/on", body.on());
    return change(id, by, type -> type.retire(on));
  }

  private ResponseEntity<Done> change(
      UUID id, CommandContext by, Function<GroupType, Decision<GroupType>> decide) {
    scope.requireTop(by.sender());
    return CommandAnswers.changed(types.change(id, by, decide));
  }

  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping("/{id}")
  ResponseEntity<GroupTypeView> get(@PathVariable UUID id) {
    var stored = types.get(id);
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(GroupTypeView.of(stored));
  }

  /** All types by code, those that are not used any more too. */
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  ResponseEntity<Page<GroupTypeView>> list(
      @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
      @RequestParam @Nullable String cursor) {
    var behind = Cursor.parse(cursor, 1);
    var found = types.list(behind.isEmpty() ? "" : behind.getFirst(), limit + 1);
    var items = found.stream().limit(limit).map(GroupTypeView::of).toList();
    return Page.of(items, found.size() > limit ? Cursor.of(items.getLast().code()) : null);
  }
}
