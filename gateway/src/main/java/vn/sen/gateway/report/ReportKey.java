package vn.sen.gateway.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * What must be the same for two requests to get the same answer: what is asked for, and all that a
 * service may go by when it decides who sees what, and how.
 */
record ReportKey(String uri, List<List<String>> headers) {

  private static final List<String> DECISIVE =
      List.of(
          HttpHeaders.AUTHORIZATION,
          HttpHeaders.COOKIE,
          HttpHeaders.ACCEPT,
          HttpHeaders.ACCEPT_LANGUAGE,
          HttpHeaders.ACCEPT_ENCODING,
          HttpHeaders.ORIGIN,
          "Sen-Actor");

  static ReportKey of(ServerHttpRequest request) {
    var decisive = new ArrayList<List<String>>(DECISIVE.size());
    for (var name : DECISIVE) {
      decisive.add(request.getHeaders().getOrEmpty(name));
    }
    return new ReportKey(request.getURI().toString(), List.copyOf(decisive));
  }

  /** Whether an answer that varies by these headers is the same for the same key. */
  static boolean covers(List<String> vary) {
    return vary.stream().allMatch(ReportKey::isDecisive);
  }

  private static boolean isDecisive(String header) {
    return DECISIVE.stream()
        .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(header.toLowerCase(Locale.ROOT)));
  }
}
