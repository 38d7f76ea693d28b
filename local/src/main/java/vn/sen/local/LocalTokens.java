package vn.sen.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/**
 * Access tokens of a platform on this machine, for whoever knows its secret.
 *
 * @param gateway where the platform listens
 * @param secret of its installation
 */
public record LocalTokens(URI gateway, String secret) {

  private static final String GRANT = "urn:sen:params:oauth:grant-type:local";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Whose token is asked for: a person's by her sign-in name, or a machine's by its client id. */
  public enum Kind {
    USER,
    CLIENT
  }

  /** A token and for how long it is valid. */
  public record Token(String value, Duration life) {}

  /** No token was given. */
  public static final class Refused extends IOException {
    Refused(Problem problem) {
      super(problem.line());
    }
  }

  /**
   * Asks for a token.
   *
   * @throws Refused if the platform gives none, for example because there is nobody of that name
   * @throws IOException if the platform does not answer
   */
  public Token of(Kind kind, String name) throws IOException, InterruptedException {
    var form =
        "grant_type="
            + URLEncoder.encode(GRANT, StandardCharsets.UTF_8)
            + (kind == Kind.USER ? "&user=" : "&client=")
            + URLEncoder.encode(name, StandardCharsets.UTF_8);
    var client = "local:" + secret;
    var request =
        HttpRequest.newBuilder(gateway.resolve("/identity/oauth2/token"))
            .timeout(PATIENCE)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() != 200) {
        throw new Refused(new Problem(answer.statusCode(), answer.body()));
      }
      var token = JsonMapper.shared().readTree(answer.body());
      return new Token(
          token.required("access_token").asString(),
          Duration.ofSeconds(token.required("expires_in").asLong()));
    }
  }
}
