package vn.sen.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import vn.sen.gateway.GatewaySettings;
import vn.sen.gateway.report.ReportCache;

/**
 * Two routes a context: one for its uploads, which are streamed, and one for everything else, whose
 * bodies are taken whole before the service hears of them. Filters run in the order written:
 * limits, breaker, retry inside the breaker; reports are kept outside of all that. Services get no
 * cookies: who calls stands in the token.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

  /** The route to what people see of the sign-in service. */
  static final String SIGN_IN_PAGES = GatewaySettings.IDENTITY + "-pages";

  private static final int BEFORE_THE_ANSWER_IS_WRITTEN =
      NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;

  /** The context whose answers are reports. */
  private static final String REPORTING = "reporting";

  private static final String LENDING = "lending";
  private static final String PARTNERS = "/api/partners/";
  private static final String FEEDS = "/feeds/";

  private final GatewaySettings settings;
  private final GatewayFilter retryWhole;
  private final GatewayFilter retryStreamed;
  private final ReportCache reports;

  Routes(GatewaySettings settings, RetryGatewayFilterFactory retries, ReportCache reports) {
    this.settings = settings;
    this.reports = reports;
    this.retryWhole = RetryOnce.ofWholeBodies(retries);
    this.retryStreamed = RetryOnce.ofStreamedBodies(retries);
  }

  @Bean
  RouteLocator contextRoutes(RouteLocatorBuilder builder) {
    RouteLocatorBuilder.Builder routes = builder.routes();
    settings.routes().forEach((context, target) -> addContext(routes, context, target));
    return routes.build();
  }

  private void addContext(RouteLocatorBuilder.Builder routes, String context, URI target) {
    addUploads(routes, context, target);
    if (context.equals(REPORTING)) {
      addSlow(routes, target);
    }
    addOrdinary(routes, context, target);
    if (context.equals(GatewaySettings.IDENTITY)) {
      addSignInPages(routes, target);
    }
  }

  private void addUploads(RouteLocatorBuilder.Builder routes, String context, URI target) {
    GatewaySettings.Limits limits = settings.gateway();
    String[] uploads = uploadPaths(context);
    if (uploads.length > 0) {
      routes.route(
          context + "-uploads",
          route ->
              route
                  .order(0)
                  .path(uploads)
                  .and()
                  .method(HttpMethod.POST, HttpMethod.PUT)
                  .filters(
                      f ->
                          guarded(
                              f,
                              BodyLimits.streamed(limits.maxUpload()),
                              context + "-uploads",
                              retryStreamed))
                  .metadata(timeouts(limits.uploadTimeout()))
                  .uri(target));
    }
  }

  /** What is worked out from the log takes seconds for a province, and is kept by the service. */
  private void addSlow(RouteLocatorBuilder.Builder routes, URI target) {
    GatewaySettings.Limits limits = settings.gateway();
    routes.route(
        REPORTING + "-slow",
        route ->
            route
                .order(0)
                .query("knownAt")
                .or()
                .path(limits.slowPaths().toArray(String[]::new))
                .and()
                .path(allOf(REPORTING))
                .filters(f -> guarded(f, BodyLimits.whole(limits.maxBody()), REPORTING, retryWhole))
                .metadata(timeouts(limits.slowTimeout()))
                .uri(target));
  }

  private void addOrdinary(RouteLocatorBuilder.Builder routes, String context, URI target) {
    GatewaySettings.Limits limits = settings.gateway();
    routes.route(
        context,
        route ->
            route
                .order(1)
                .path(allOf(context))
                .filters(f -> guarded(f, BodyLimits.whole(limits.maxBody()), context, retryWhole))
                .metadata(timeouts(limits.responseTimeout()))
                .uri(target));
  }

  private static String[] allOf(String context) {
    return prefixes(context).map(prefix -> prefix + "**").toArray(String[]::new);
  }

  /** People see these pages, so they know where they are seen, and keep cookies of their own. */
  private void addSignInPages(RouteLocatorBuilder.Builder routes, URI target) {
    GatewaySettings.Limits limits = settings.gateway();
    routes.route(
        SIGN_IN_PAGES,
        route ->
            route
                .order(1)
                .path(GatewaySettings.IDENTITY_PAGES + "**")
                .filters(
                    f ->
                        behindBreaker(
                            f.filter(new OwnCookies()),
                            BodyLimits.whole(limits.maxBody()),
                            SIGN_IN_PAGES,
                            retryWhole))
                .metadata(timeouts(limits.responseTimeout()))
                .uri(target));
  }

  private GatewayFilterSpec guarded(
      GatewayFilterSpec filters, GatewayFilter bodyLimit, String breaker, GatewayFilter retry) {
    filters.removeRequestHeader(HttpHeaders.COOKIE);
    if (breaker.equals(REPORTING)) {
      filters.filter(reports, BEFORE_THE_ANSWER_IS_WRITTEN);
    }
    return behindBreaker(filters, bodyLimit, breaker, retry);
  }

  private static GatewayFilterSpec behindBreaker(
      GatewayFilterSpec filters, GatewayFilter bodyLimit, String breaker, GatewayFilter retry) {
    return filters
        .filter(bodyLimit)
        .circuitBreaker(config -> config.setName(breaker))
        .filter(retry);
  }

  private Map<String, Object> timeouts(Duration response) {
    return Map.of(
        RouteMetadataUtils.CONNECT_TIMEOUT_ATTR,
        Math.toIntExact(settings.gateway().connectTimeout().toMillis()),
        RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR,
        response.toMillis());
  }

  /**
   * Where a context's API is. What banks post is lending's, and feeds are reporting's, under names
   * of their own.
   */
  private static Stream<String> prefixes(String context) {
    var own = "/api/" + context + "/";
    return switch (context) {
      case LENDING -> Stream.of(own, PARTNERS);
      case REPORTING -> Stream.of(own, FEEDS);
      default -> Stream.of(own);
    };
  }

  private String[] uploadPaths(String context) {
    return settings.gateway().uploadPaths().stream()
        .filter(path -> prefixes(context).anyMatch(path::startsWith))
        .toArray(String[]::new);
  }
}
