package vn.sen.reporting.feed.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Callers;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.reporting.feed.FeedReportInvalid;
import vn.sen.reporting.reading.web.ReportCall;

/** Finds out, before there is a feed, whether whoever wants it may read what it is of. */
final class FeedCheck {

  private final ObjectProvider<RequestMappingHandlerMapping> endpoints;
  private final ReportCall call;
  private final JsonMapper json;

  /**
   * @param endpoints asked for later, since they are made after this
   */
  FeedCheck(
      ObjectProvider<RequestMappingHandlerMapping> endpoints, ReportCall call, JsonMapper json) {
    this.endpoints = endpoints;
    this.call = call;
    this.json = json;
  }

  /**
   * The unit whose figures a report is about.
   *
   * @throws FeedReportInvalid if it is no report of a unit, or machines may not read it
   * @throws Exception what the report itself says to her or to these parameters
   */
  UUID unit(
      HttpServletRequest request, Caller wanting, String report, Map<String, String> parameters)
      throws Exception {
    var asking = new FeedRequest(request, report, parameters);
    var handler = handler(asking);
    var needs = handler == null ? null : handler.getMethodAnnotation(Needs.class);
    if (handler == null
        || needs == null
        || !ReportCall.isReport(handler)
        || !List.of(needs.value()).contains(Role.DASHBOARD)) {
      throw new FeedReportInvalid();
    }
    Callers.remember(asking, wanting.acting(Arrays.asList(needs.value())));
    var answer = call.ask(handler, asking, null);
    if (answer == null || answer.getBody() == null) {
      throw new FeedReportInvalid();
    }
    var unit = json.valueToTree(answer.getBody().report()).at("/unit/id");
    if (!unit.isString()) {
      throw new FeedReportInvalid();
    }
    return UUID.fromString(unit.asString());
  }

  private @Nullable HandlerMethod handler(HttpServletRequest asking) throws Exception {
    var chain = endpoints.getObject().getHandler(asking);
    return chain != null && chain.getHandler() instanceof HandlerMethod method ? method : null;
  }
}
