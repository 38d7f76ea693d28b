package vn.sen.reporting.operations.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
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
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.KeyReused;
import vn.sen.chassis.store.NotFound;
import vn.sen.chassis.view.Rebuild;
import vn.sen.chassis.view.ViewEngine;

/** Folds views afresh beside those in service, and puts them into service. */
@RestController
@RequestMapping(RebuildController.PATH)
class RebuildController {

  static final String PATH = "/api/reporting/rebuilds";

  private final Views views;
  private final Scope scope;

  RebuildController(Views views, Scope scope) {
    this.views = views;
    this.scope = scope;
  }

  /** Which view, and why. */
  record NewRebuild(
      @NotBlank @Size(max = 100) String view, @NotBlank @Size(max = 500) String reason) {}

  /** A rebuild and the view it is of. */
  private record Found(Rebuild rebuild, ViewEngine<?> view) {
    RebuildView shown() {
      return RebuildView.of(rebuild, view);
    }
  }

  private interface Step {
    Rebuild on(ViewEngine<?> view) throws InterruptedException;
  }

  @Operation(
      summary = "Dựng lại một bảng số liệu",
      description =
          "Begins to fold a view afresh from the log, beside the one in service; readers notice"
              + " nothing. Ask for its progress, then swap it in.")
  @ApiResponse(responseCode = "202", description = "It has begun; Location tells where to ask")
  @ApiResponse(responseCode = "409", description = "The last rebuild of this view is not over")
  @Needs(Role.ADMINISTRATOR)
  @PostMapping
  ResponseEntity<RebuildView> begin(
      @Valid @RequestBody NewRebuild body, CommandContext by, OnRecord record) {
    scope.requireTop(by.sender());
    var view = views.named(body.view());
    record.does(by.newId());
    var begun = view.rebuild(by.newId(), by.actor(), body.reason(), by.bodyHash());
    if (!begun.digest().equals(by.bodyHash())) {
      throw new KeyReused();
    }
    return ResponseEntity.accepted()
        .location(URI.create(PATH + "/" + begun.id()))
        .body(RebuildView.of(begun, view));
  }

  @Operation(
      summary = "Các lần dựng lại",
      description = "The last rebuilds of all views, the newest first, with their progress.")
  @Needs({Role.AUDITOR, Role.ADMINISTRATOR})
  @GetMapping
  List<RebuildView> list(Caller caller) {
    scope.requireTop(caller);
    return all().stream()
        .sorted(Comparator.comparing((Found f) -> f.rebuild().startedAt()).reversed())
        .map(Found::shown)
        .toList();
  }

  private List<Found> all() {
    return views.all().stream()
        .flatMap(view -> view.rebuilds().stream().map(rebuild -> new Found(rebuild, view)))
        .toList();
  }

  @Operation(summary = "Một lần dựng lại", description = "How it stands and how far it is.")
  @Needs({Role.AUDITOR, Role.ADMINISTRATOR})
  @GetMapping("/{id}")
  RebuildView show(@PathVariable UUID id, Caller caller) {
    scope.requireTop(caller);
    return find(id).shown();
  }

  @Operation(
      summary = "Đưa bảng số liệu mới vào dùng",
      description =
          "Readers see the new figures from now on, as soon as they are as far as the old ones, on"
              + " each instance. The old ones are folded on.")
  @ApiResponse(responseCode = "409", description = "It serves, is gone, or has not caught up")
  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/swap")
  RebuildView swap(@PathVariable UUID id, CommandContext by, OnRecord record)
      throws InterruptedException {
    return step(id, by, record, view -> view.swap(id, by.commandId()));
  }

  @Operation(
      summary = "Trở về bảng số liệu cũ",
      description = "Readers see the figures again that served before; the new ones are folded on.")
  @ApiResponse(responseCode = "409", description = "The new figures do not serve")
  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/rollback")
  RebuildView rollBack(@PathVariable UUID id, CommandContext by, OnRecord record)
      throws InterruptedException {
    return step(id, by, record, view -> view.rollBack(id, by.commandId()));
  }

  @Operation(
      summary = "Bỏ bảng số liệu không dùng",
      description =
          "Lets those figures go that do not serve: after a swap the old ones, otherwise the new"
              + " ones. They can be made from the log again.")
  @ApiResponse(responseCode = "409", description = "They are gone")
  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/discard")
  RebuildView discard(@PathVariable UUID id, CommandContext by, OnRecord record)
      throws InterruptedException {
    return step(id, by, record, view -> view.discard(id, by.commandId()));
  }

  private RebuildView step(UUID id, CommandContext by, OnRecord record, Step step)
      throws InterruptedException {
    scope.requireTop(by.sender());
    var view = find(id).view();
    record.does(id);
    return RebuildView.of(step.on(view), view);
  }

  private Found find(UUID id) {
    return all().stream()
        .filter(found -> found.rebuild().id().equals(id))
        .findAny()
        .orElseThrow(() -> new NotFound(id));
  }
}
