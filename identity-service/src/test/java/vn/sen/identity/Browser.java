package vn.sen.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser with a cookie jar, which follows redirects one at a time; or a client's HTTP. */
public final class Browser {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** An answer. */
  public record Page(URI uri, HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
      return JsonMapper.shared().readTree(body());
    }

    public Page expect(int status) {
      assertThat(status()).as(body() + header("Location")).isEqualTo(status);
      return this;
    }

    /** Where a redirect leads. */
    public URI location() {
      assertThat(header("Location")).as(status() + " " + body()).isNotEmpty();
      return uri.resolve(header("Location"));
    }

    /** A parameter of where a redirect leads. */
    public String parameter(String name) {
      return Arrays.stream(location().getQuery().split("&"))
          .map(pair -> pair.split("=", 2))
          .filter(pair -> pair[0].equals(name))
          .map(pair -> pair[1])
          .findFirst()
          .orElse("");
    }

    public String csrf() {
      var matcher = CSRF.matcher(body());
      assertThat(matcher.find()).as(body()).isTrue();
      return matcher.group(1);
    }
  }

  public Page get(String uri, String... headers) {
    return send(request(uri, headers).header("Accept", "text/html").GET());
  }

  /**
   * @param headers names and values in turn
   */
  public Page postForm(String uri, Map<String, String> fields, String... headers) {
    return send(
        request(uri, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(fields))));
  }

  /** Fills in the sign-in form. */
  public Page signIn(String issuer, String name, String password) {
    var form = get(issuer + "/sign-in").expect(200);
    return postForm(
        issuer + "/sign-in", Map.of("_csrf", form.csrf(), "name", name, "password", password));
  }

  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(cookie -> cookie.getValue())
        .findFirst()
        .orElse("");
  }

  public static String form(Map<String, String> fields) {
    return new HashMap<>(fields)
        .entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
  }

  public static String basic(String client, String secret) {
    var pair = (client + ":" + secret).getBytes(UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static HttpRequest.Builder request(String uri, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(uri));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private Page send(HttpRequest.Builder builder) {
    var request = builder.build();
    try {
      return new Page(request.uri(), http.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
