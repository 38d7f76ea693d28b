package vn.sen.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator sets, under {@code sen}.
 *
 * @param routes where each context's service listens: {@code /api/<key>/**} goes there
 * @param gateway limits and time-outs
 */
@ConfigurationProperties("sen")
public record GatewaySettings(Map<String, URI> routes, Limits gateway) {

  /** The context of the sign-in service, if one stands behind this gateway. */
  public static final String IDENTITY = "identity";

  /** What people see of it, beside {@code /api/identity}. */
  public static final String IDENTITY_PAGES = "/identity/";

  /**
   * Limits and time-outs of all routes.
   *
   * @param externalUrl where browsers find the gateway, without a path; plain http only on this
   *     machine
   * @param connectTimeout until a service has taken the connection
   * @param responseTimeout from the request's start to the answer's headers
   * @param slowTimeout the same for what reporting works out from the whole log; no longer than
   *     {@code idleTimeout}
   * @param uploadTimeout the same for uploads; it includes the time the client needs to send the
   *     file
   * @param idleTimeout between two pieces of an answer, or of a request on its way in
   * @param maxBody largest body of an ordinary request
   * @param maxUpload largest file
   * @param slowPaths paths below which answers are worked out from the whole log, as they are
   *     everywhere where {@code knownAt} is asked for
   * @param uploadPaths paths whose POST or PUT takes a file
   * @param reportCache how much memory kept reports may take; 0 keeps none
   * @param breaker when a route is no longer tried
   */
  public record Limits(
      URI externalUrl,
      @DefaultValue("2s") Duration connectTimeout,
      @DefaultValue("15s") Duration responseTimeout,
      @DefaultValue("60s") Duration slowTimeout,
      @DefaultValue("10m") Duration uploadTimeout,
      @DefaultValue("60s") Duration idleTimeout,
      @DefaultValue("1MB") DataSize maxBody,
      @DefaultValue("64MB") DataSize maxUpload,
      @DefaultValue({
            "/api/reporting/issued/**",
            "/api/reporting/*/changes",
            "/api/reporting/*/explanation/events",
            "/api/reporting/*/*/explanation/events"
          })
          List<String> slowPaths,
      @DefaultValue({
            "/api/membership/member-imports",
            "/api/membership/attendance-lists",
            "/api/lending/statements/*/lines",
            "/api/partners/update-batches",
            "/api/partners/statements/*/lines"
          })
          List<String> uploadPaths,
      @DefaultValue("32MB") DataSize reportCache,
      @DefaultValue Breaker breaker) {

    public Limits {
      boolean local = externalUrl.getHost().equals("localhost");
      if (!externalUrl.getScheme().equals("https") && !local) {
        throw new IllegalArgumentException("SEN_EXTERNAL_URL must be https: " + externalUrl);
      }
      if (!externalUrl.getPath().isEmpty()) {
        throw new IllegalArgumentException("SEN_EXTERNAL_URL takes no path: " + externalUrl);
      }
    }
  }

  /**
   * When a route is no longer tried, and for how long.
   *
   * @param window how many of the last calls count
   * @param minimumCalls fewer calls than this never open the breaker
   * @param failurePercent share of failed calls that opens it
   * @param openFor how long it stays open; callers are told to come back after as much
   * @param trialCalls calls let through then, to see whether the service is back
   */
  public record Breaker(
      @DefaultValue("20") int window,
      @DefaultValue("10") int minimumCalls,
      @DefaultValue("50") float failurePercent,
      @DefaultValue("5s") Duration openFor,
      @DefaultValue("3") int trialCalls) {}
}
