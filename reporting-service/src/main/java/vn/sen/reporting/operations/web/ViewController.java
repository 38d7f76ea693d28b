package vn.sen.reporting.operations.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.store.NotFound;
import vn.sen.chassis.view.ParkedAggregate;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.CursorInvalid;
import vn.sen.chassis.web.Page;
import vn.sen.reporting.operations.ViewVerification;
import vn.sen.reporting.operations.store.ViewVerifier;
import vn.sen.reporting.reading.web.ViewLoading;

/** How the views are doing, and whether they are what the log makes of them. */
@RestController
@RequestMapping(ViewController.PATH)
class ViewController {

  static final String PATH = "/api/reporting/views";

  private static final int MAX_PAGE = 200;

  private final Views views;
  private final ViewVerifier verifier;
  private final Scope scope;

  ViewController(Views views, ViewVerifier verifier, Scope scope) {
    this.views = views;
    this.verifier = verifier;
    this.scope = scope;
  }

  @Operation(
      summary = "Các bảng số liệu của dịch vụ",
      description = "How each view is doing, as this instance sees it.")
  @Needs({Role.AUDITOR, Role.ADMINISTRATOR})
  @GetMapping
  List<ViewState> list(Caller caller) {
    scope.requireTop(caller);
    return views.all().stream().map(ViewState::of).toList();
  }

  @Operation(
      summary = "Kiểm tra một bảng số liệu",
      description =
          "Begins to fold the view afresh from the log and to compare row by row with what is shown"
              + " and stored. Ask for its state until it is no longer RUNNING.")
  @Needs({Role.AUDITOR, Role.ADMINISTRATOR})
  @PostMapping("/{view}/verifications")
  ResponseEntity<ViewVerification> verify(
      @PathVariable String view, Caller caller, OnRecord record) {
    scope.requireTop(caller);
    var begun = verifier.begin(loaded(view));
    record.does(begun.id());
    return ResponseEntity.accepted()
        .location(URI.create(PATH + "/" + view + "/verifications/" + begun.id()))
        .body(begun);
  }

  @Operation(
      summary = "Kết quả kiểm tra một bảng số liệu",
      description = "How a verification stands, and the first differences it has found.")
  @Needs({Role.AUDITOR, Role.ADMINISTRATOR})
  @GetMapping("/{view}/verifications/{id}")
  ViewVerification verification(@PathVariable String view, @PathVariable UUID id, Caller caller) {
    scope.requireTop(caller);
    return verifier
        .find(id)
        .filter(verification -> verification.view().equals(view))
        .orElseThrow(() -> new NotFound(id));
  }

  @Operation(
      summary = "Sự kiện còn chờ",
      description =
          "Aggregates of which the view has events that it cannot count yet, with the sequence each"
              + " waits for: that event is late, or among the dead letters.")
  @Needs({Role.AUDITOR, Role.ADMINISTRATOR})
  @GetMapping("/{view}/parked")
  ResponseEntity<Page<ParkedAggregate>> parked(
      @PathVariable String view,
      @Parameter(description = "From the page before") @RequestParam(required = false)
          @Nullable String cursor,
      @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_PAGE) int limit,
      Caller caller) {
    scope.requireTop(caller);
    var found = loaded(view).parked(after(cursor), limit + 1);
    var page = found.subList(0, Math.min(limit, found.size()));
    return Page.of(page, found.size() > limit ? cursor(page.getLast()) : null);
  }

  private ViewEngine<?> loaded(String view) {
    var engine = views.get(view);
    if (!engine.position().isLoaded()) {
      throw new ViewLoading();
    }
    return engine;
  }

  private static String cursor(ParkedAggregate last) {
    return Cursor.of(
        last.topicId(), Integer.toString(last.partition()), last.aggregate().toString());
  }

  private static @Nullable ParkedAggregate after(@Nullable String cursor) {
    var parts = Cursor.parse(cursor, 3);
    try {
      return parts.isEmpty()
          ? null
          : ParkedAggregate.at(
              parts.getFirst(), Integer.parseInt(parts.get(1)), UUID.fromString(parts.getLast()));
    } catch (IllegalArgumentException e) {
      throw new CursorInvalid();
    }
  }
}
