package vn.sen.reporting.live.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Callers;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.web.ParameterInvalid;
import vn.sen.reporting.live.Asking;
import vn.sen.reporting.live.Follower;
import vn.sen.reporting.live.Followers;
import vn.sen.reporting.live.Present;
import vn.sen.reporting.reading.web.Format;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.ReportCall;
import vn.sen.reporting.reading.web.Representation;

/**
 * Lets a report be followed where it is asked for as a stream of events: its controller is asked
 * again after each change, with the rights of whoever follows. The request's own virtual thread
 * writes, so a reader who takes her time keeps only that thread waiting.
 */
final class LiveReports implements HandlerInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(LiveReports.class);
  private static final int ID_BYTES = 15;
  private static final String ROWS = "rows";
  private static final String TOTAL = "total";
  private static final Set<String> OF_UNITS = Set.of(ROWS, "cells", "units");
  private static final List<String> NOT_FIGURES =
      List.of("position", "freshness", "stale", "links");

  private final ReportCall call;
  private final Followers followers;
  private final JsonMapper json;

  LiveReports(ReportCall call, Followers followers, JsonMapper json) {
    this.call = call;
    this.followers = followers;
    this.json = json;
  }

  /** Readers of one of these surely get the same answer. */
  private record Asked(
      String path, @Nullable String query, List<Caller.Appointment> rights, @Nullable Object bank) {

    static Asked of(HttpServletRequest request, Caller reader) {
      return new Asked(
          request.getRequestURI(), request.getQueryString(), reader.appointments(), reader.bank());
    }
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws Exception {
    if (handler instanceof HandlerMethod method
        && ReportCall.isReport(method)
        && Representation.of(new ServletWebRequest(request)).format() == Format.EVENTS) {
      follow(method, request, response);
      return false;
    }
    return true;
  }

  private void follow(
      HandlerMethod handler, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    var reader = Callers.of(new ServletWebRequest(request));
    boolean withRows = withRows(request);
    var line = new EventLine(response);
    try (var seat = followers.take(reader.subject(), Asked.of(request, reader))) {
      follow(seat.follower(), last -> present(handler, request, withRows, last), request, line);
    } catch (IOException e) {
      LOG.debug("A follower has hung up", e);
    }
  }

  private static void follow(
      Follower follower, Asking asking, HttpServletRequest request, EventLine line)
      throws Exception {
    var admission = Callers.admission(request);
    try {
      follower.follow(request.getHeader("Last-Event-ID"), asking, admission::holds, line);
      line.end(admission.holds() ? "stopping" : "sign-in-needed");
    } catch (RuleViolation refused) {
      if (!line.begun()) {
        throw refused;
      }
      line.end("refused");
    }
  }

  private static boolean withRows(HttpServletRequest request) {
    var detail = request.getParameter("detail");
    if (detail != null && !detail.equals(TOTAL) && !detail.equals(ROWS)) {
      throw new ParameterInvalid("detail", "total, rows");
    }
    return ROWS.equals(detail);
  }

  private Present present(
      HandlerMethod handler, HttpServletRequest request, boolean withRows, @Nullable Present last)
      throws Exception {
    var answer = call.ask(handler, request, last == null ? null : last.tag());
    if (answer == null) {
      return Objects.requireNonNull(last);
    }
    var tag = Objects.requireNonNull(answer.getHeaders().getETag());
    return present(Objects.requireNonNull(answer.getBody()), tag, withRows);
  }

  private Present present(ReportAnswer<?> answer, String tag, boolean withRows) {
    ObjectNode report = json.valueToTree(answer);
    var figures = report.deepCopy().remove(NOT_FIGURES);
    var id = digest(figures.toString());
    if (!withRows) {
      leaveOutRows(report);
    }
    return new Present(id, tag, report.toString());
  }

  /**
   * Leaves out what there is one of for each unit, and what a total stands for. Other lists are
   * themselves what the report says.
   */
  private static void leaveOutRows(JsonNode part) {
    if (part instanceof ObjectNode object) {
      boolean summed = object.path(TOTAL).isObject();
      object.remove(
          object.properties().stream()
              .filter(p -> OF_UNITS.contains(p.getKey()) || summed && isTable(p.getValue()))
              .map(Map.Entry::getKey)
              .toList());
    }
    part.valueStream().forEach(LiveReports::leaveOutRows);
  }

  private static boolean isTable(JsonNode part) {
    return part.isArray() && part.valueStream().anyMatch(JsonNode::isObject);
  }

  private static String digest(String figures) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(figures.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, ID_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
