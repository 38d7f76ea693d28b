package vn.sen.reporting.issuance.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;

/**
 * The page on which people check a report.
 *
 * @param policy what it may do: run its own script and style, and ask this platform
 */
record VerifyPage(String html, String policy) {

  private static final String FILE = "vn/sen/reporting/issuance/web/verify.html";

  static VerifyPage load() {
    try {
      var html = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
      return new VerifyPage(
          html,
          "default-src 'none'; connect-src 'self'; form-action 'none'; base-uri 'none';"
              + " frame-ancestors 'none'; script-src "
              + hash(between(html, "<script>", "</script>"))
              + "; style-src "
              + hash(between(html, "<style>", "</style>")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String between(String html, String begin, String end) {
    int from = html.indexOf(begin) + begin.length();
    return html.substring(from, html.indexOf(end, from));
  }

  private static String hash(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
