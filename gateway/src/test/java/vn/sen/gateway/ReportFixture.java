package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A report that no other test has asked for. */
abstract class ReportFixture extends GatewayFixture {

  private static final AtomicLong reports = new AtomicLong();

  final String report = newReport();

  static String newReport() {
    return "/api/reporting/membership?unit=" + reports.incrementAndGet();
  }

  /** Has the report kept, and what the service has seen of it forgotten. */
  void isKept(String version) {
    REPORTING.reports(() -> version);
    assertThat(get(report).statusCode()).isEqualTo(200);
    REPORTING.forget();
  }

  /** The ETags the service was asked about, request by request. */
  static List<String> asked() {
    return REPORTING.seen().stream().map(seen -> seen.header("If-None-Match")).toList();
  }
}
