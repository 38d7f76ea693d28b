package vn.sen.reporting.feed.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.NotFound;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.reporting.feed.Feed;
import vn.sen.reporting.feed.SecretHash;
import vn.sen.reporting.feed.store.FeedStore;

/** Makes, lists and revokes feeds. */
@RestController
@RequestMapping(FeedController.PATH)
class FeedController {

  static final String PATH = "/api/reporting/feeds";

  private static final int MAX_PAGE = 200;
  private static final int MAX_TEXT = 200;
  private static final int MAX_PARAMETERS = 20;

  private final FeedStore feeds;
  private final FeedCheck check;
  private final Scope scope;
  private final Clock clock;

  FeedController(FeedStore feeds, FeedCheck check, Scope scope, Clock clock) {
    this.feeds = feeds;
    this.check = check;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * A feed that somebody wants.
   *
   * @param title what people call it
   * @param report the report's path below {@code /api/reporting/}
   * @param parameters the report's own, and those of a CSV file; {@code asOf} may be {@code today}
   */
  record NewFeed(
      @NotBlank @Size(max = MAX_TEXT) String title,
      @NotNull @Pattern(regexp = "[a-z0-9-]+(/[a-z0-9-]+)*") @Size(max = MAX_TEXT) String report,
      @NotNull @Size(max = MAX_PARAMETERS)
          Map<@Size(max = MAX_TEXT) String, @NotNull @Size(max = MAX_TEXT) String> parameters) {}

  @Operation(
      summary = "Tạo địa chỉ để Excel và bảng điều khiển tự lấy báo cáo",
      description =
          "Makes an address from which a program pulls a report as CSV, with the id and the secret"
              + " by HTTP Basic. The secret is told once; sent again under its Idempotency-Key, the"
              + " feed is the same and has another secret.")
  @ApiResponse(responseCode = "201", description = "The feed with its secret")
  @ApiResponse(responseCode = "403", description = "The report's unit is not within the caller's")
  @ApiResponse(responseCode = "422", description = "No report of a unit is at that path")
  @Needs({Role.OFFICER, Role.ADMINISTRATOR})
  @PostMapping
  ResponseEntity<FeedView> make(
      @Valid @RequestBody NewFeed body,
      CommandContext by,
      OnRecord record,
      @Parameter(hidden = true) HttpServletRequest request)
      throws Exception {
    var caller = by.sender();
    var unit = check.unit(request, caller, body.report(), body.parameters());
    scope.require(caller, unit, LocalDate.now(clock), "/parameters/unit");
    var secret = SecretHash.newSecret();
    var feed =
        new Feed(
            by.newId(),
            body.title(),
            body.report(),
            body.parameters(),
            unit,
            caller.subject(),
            Instant.now(clock),
            SecretHash.of(secret),
            null,
            null);
    record.does(feed.id());
    var kept = feeds.add(feed, by.bodyHash());
    return ResponseEntity.created(URI.create(PATH + "/" + kept.id()))
        .body(FeedView.of(kept, secret));
  }

  @Operation(
      summary = "Các địa chỉ lấy báo cáo",
      description = "The feeds of the units within the caller's, without their secrets.")
  @Needs({Role.OFFICER, Role.ADMINISTRATOR})
  @GetMapping
  ResponseEntity<Page<FeedView>> list(
      @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_PAGE) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller) {
    var today = LocalDate.now(clock);
    var found =
        feeds.list(
            Cursor.parseId(cursor),
            limit + 1,
            feed -> scope.covers(caller, feed.unit(), List.of(), today));
    var page = found.subList(0, Math.min(limit, found.size()));
    var next = found.size() > limit ? Cursor.of(page.getLast().id().toString()) : null;
    return Page.of(page.stream().map(feed -> FeedView.of(feed, null)).toList(), next);
  }

  @Operation(
      summary = "Thu hồi một địa chỉ lấy báo cáo",
      description = "From now on nobody pulls it. Doing it again changes nothing.")
  @Needs({Role.OFFICER, Role.ADMINISTRATOR})
  @PostMapping("/{id}/revocation")
  FeedView revoke(@PathVariable UUID id, Caller caller, OnRecord record) {
    var feed = feeds.find(id).orElseThrow(() -> new NotFound(id));
    scope.require(caller, feed.unit(), LocalDate.now(clock), "");
    record.does(id);
    feeds.revoke(id, Instant.now(clock));
    return FeedView.of(feeds.find(id).orElseThrow(() -> new NotFound(id)), null);
  }
}
