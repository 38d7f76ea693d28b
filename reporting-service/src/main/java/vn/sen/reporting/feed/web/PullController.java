package vn.sen.reporting.feed.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.reporting.feed.store.FeedStore;

/** Answers a program that pulls a feed with the report, as its own address would. */
@RestController
class PullController {

  private final FeedStore feeds;
  private final Clock clock;

  PullController(FeedStore feeds, Clock clock) {
    this.feeds = feeds;
    this.clock = clock;
  }

  @Hidden
  @Needs(Role.DASHBOARD)
  @GetMapping("/feeds/{file}")
  void pull(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var feed = FeedDoor.of(request);
    feeds.pulled(feed.id(), Instant.now(clock));
    request
        .getRequestDispatcher(FeedParameters.path(feed.report()))
        .forward(new FeedParameters(request, feed.parameters()), response);
  }
}
