package vn.sen.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The latest token of each aggregate written, so that a report can be asked to have seen them all.
 */
final class Consistency {

  /** Some servers take no header above 8 kB. */
  private static final int TOKENS_OF_A_REQUEST = 60;

  private final Map<String, Long> versions = new ConcurrentHashMap<>();
  private final Map<String, Boolean> others = new ConcurrentHashMap<>();

  /** Takes a header's value: tokens separated by commas. */
  void add(String header) {
    for (var token : header.split(",")) {
      var at = token.lastIndexOf('@');
      if (at > 0 && token.substring(at + 1).strip().matches("\\d+")) {
        versions.merge(
            token.substring(0, at).strip(),
            Long.valueOf(token.substring(at + 1).strip()),
            Math::max);
      } else if (!token.isBlank()) {
        others.put(token.strip(), true);
      }
    }
  }

  /** All tokens, as values of so many headers as they need. */
  List<String> headers() {
    var tokens = new ArrayList<>(others.keySet());
    versions.forEach((aggregate, version) -> tokens.add(aggregate + "@" + version));
    var headers = new ArrayList<String>();
    for (var i = 0; i < tokens.size(); i += TOKENS_OF_A_REQUEST) {
      headers.add(
          String.join(",", tokens.subList(i, Math.min(tokens.size(), i + TOKENS_OF_A_REQUEST))));
    }
    return headers;
  }
}
