package vn.sen.gateway;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps cookies as a browser does, and remembers all it was ever given. */
final class Browser {

  private final Function<String, HttpRequest.Builder> requests;
  private final Function<HttpRequest.Builder, HttpResponse<String>> line;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final StringBuilder seen = new StringBuilder();

  Browser(
      Function<String, HttpRequest.Builder> requests,
      Function<HttpRequest.Builder, HttpResponse<String>> line) {
    this.requests = requests;
    this.line = line;
  }

  HttpResponse<String> get(String path) {
    return send(requests.apply(path).GET());
  }

  HttpResponse<String> post(String path, String csrfToken, String body) {
    return send(
        requests
            .apply(path)
            .header("Sen-Csrf", csrfToken)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    var answer = line.apply(request);
    seen.append(answer.headers().map()).append(answer.body()).append('\n');
    answer.headers().allValues("Set-Cookie").forEach(this::keep);
    return answer;
  }

  private void keep(String line) {
    var pair = line.split(";", 2)[0].split("=", 2);
    if (line.contains("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  Map<String, String> cookies() {
    return cookies;
  }

  /** Everything that has ever come to it. */
  String seen() {
    return seen.toString();
  }

  /** The parameters of an address it was sent to. */
  static Map<String, String> parameters(HttpResponse<?> redirect) {
    var query = URI.create(redirect.headers().firstValue("Location").orElseThrow()).getRawQuery();
    var parameters = new LinkedHashMap<String, String>();
    for (var pair : query.split("&")) {
      var parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }
}
