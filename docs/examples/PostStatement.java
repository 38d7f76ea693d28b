import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * How a bank posts a statement, with nothing but the JDK:
 *
 * <pre>
 * SEN_TOKEN=… java docs/examples/PostStatement.java URL ANNOUNCEMENT LINES
 * </pre>
 *
 * URL is the gateway's, ANNOUNCEMENT a file with the announcement's JSON (where {@code sha256} is
 * {@code "@"}, the digest of LINES is put in), LINES the NDJSON file. It prints the reconciliation.
 * Run again after whatever went wrong, it goes on: everything here can be repeated.
 */
final class PostStatement {

  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern STATE = Pattern.compile("\"state\"\\s*:\\s*\"([A-Z]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String statements;
  private final String token;

  private PostStatement(String url, String token) {
    this.statements = url + "/api/partners/statements";
    this.token = token;
  }

  public static void main(String[] args) throws Exception {
    var lines = Path.of(args[2]);
    var announcement = Files.readString(Path.of(args[1])).replace("\"@\"", quoted(sha256(lines)));
    System.out.println(
        new PostStatement(args[0], System.getenv("SEN_TOKEN")).post(announcement, lines));
  }

  private String post(String announcement, Path lines) throws IOException, InterruptedException {
    // the file's id says which statement it is, so its digest serves as the key of the request
    var announced =
        send(
            request("")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Integer.toHexString(announcement.hashCode()))
                .POST(BodyPublishers.ofString(announcement)));
    var id = found(ID, announced);
    if (found(STATE, announced).equals("ANNOUNCED")) {
      send(
          request("/" + id + "/lines")
              .header("Content-Type", "application/x-ndjson")
              .PUT(BodyPublishers.ofFile(lines)));
    }
    var statement = send(request("/" + id).GET());
    while (found(STATE, statement).matches("ANNOUNCED|RUNNING")) {
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      statement = send(request("/" + id).GET());
    }
    return statement;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(statements + path))
        .header("Authorization", "Bearer " + token);
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      // a problem detail: says which field is wrong, and what to do
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private static String found(Pattern pattern, String json) {
    var matcher = pattern.matcher(json);
    if (!matcher.find()) {
      throw new IllegalStateException("No " + pattern + " in " + json);
    }
    return matcher.group(1);
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    try (var in = Files.newInputStream(file)) {
      var buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
