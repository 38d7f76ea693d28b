package vn.sen.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportVerificationTest {

  private static final String REPORT =
      "{\"number\":\"54/2026/BC-HPN/0001\",\"title\":\"Báo cáo quý\",\"asOf\":\"2023-12-31\"}";
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair pair = ed25519();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new ArrayList<>();
  @TempDir private Path folder;
  private volatile int status = 200;
  private HttpServer platform;

  private static KeyPair ed25519() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() throws IOException {
    platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    platform.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          var path = exchange.getRequestURI().getPath();
          var answer = answers.get(path.substring(path.lastIndexOf('/') + 1)).getBytes(UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    platform.start();
    answers.put("keys", keys());
    answers.put("check", "{\"standing\":\"VALID\",\"matches\":true}");
  }

  @AfterEach
  void stop() {
    platform.stop(0);
  }

  /** The last 32 bytes of the encoding are the key itself. */
  private String keys() {
    var encoded = pair.getPublic().getEncoded();
    var raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    return "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"2026\",\"x\":\"%s\"}]}"
        .formatted(BASE64URL.encodeToString(raw));
  }

  private String jws(String report) throws GeneralSecurityException {
    var input =
        BASE64URL.encodeToString("{\"alg\":\"EdDSA\",\"kid\":\"2026\"}".getBytes(UTF_8))
            + "."
            + BASE64URL.encodeToString(report.getBytes(UTF_8));
    var signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(input.getBytes(UTF_8));
    return input + "." + BASE64URL.encodeToString(signature.sign());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private boolean verify(String number, Path file, Path keys)
      throws IOException, InterruptedException {
    var gateway = URI.create("http://localhost:" + platform.getAddress().getPort());
    var out = new PrintStream(printed, true, UTF_8);
    return new ReportVerification(gateway, out).run(number, file, keys);
  }

  private String printed() {
    return printed.toString(UTF_8);
  }

  @Test
  void aSignedReportIsGoodWithoutThePlatformWhereItsKeysAreKnown() throws Exception {
    assertThat(verify(null, file("report.jws", jws(REPORT)), file("keys.json", keys()))).isTrue();
    assertThat(printed()).contains("54/2026/BC-HPN/0001", "Báo cáo quý", "2023-12-31");
    assertThat(asked).isEmpty();
  }

  @Test
  void aSignedReportIsTheOneAskedForOnlyByItsNumber() throws Exception {
    var signed = file("report.jws", jws(REPORT));
    var keys = file("keys.json", keys());
    assertThat(verify("54/2026/BC-HPN/0001", signed, keys)).isTrue();
    assertThat(verify("54/2026/BC-HPN/0002", signed, keys)).isFalse();
    assertThat(printed()).contains("ANOTHER number");
    assertThat(asked).isEmpty();
  }

  @Test
  void aRefusalOfThePlatformIsToldAsOne() throws Exception {
    var print = file("report.pdf", "%PDF");
    status = 429;
    answers.put("check", "{\"title\":\"Quá nhiều yêu cầu\",\"detail\":\"Hãy thử lại sau.\"}");
    assertThatThrownBy(() -> verify(null, print, null))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("429 Quá nhiều yêu cầu: Hãy thử lại sau.");
    status = 404;
    assertThat(verify("54/2026/BC-HPN/0009", null, null)).isFalse();
  }

  @Test
  void aReportWithAnotherFigureIsNot() throws Exception {
    // given the signature of one report under another one
    var good = jws(REPORT).split("\\.");
    var other = BASE64URL.encodeToString(REPORT.replace("quý", "năm").getBytes(UTF_8));
    var forged = file("forged.jws", good[0] + "." + other + "." + good[2]);
    // then
    assertThat(verify(null, forged, file("keys.json", keys()))).isFalse();
    assertThat(printed()).contains("NOT valid").doesNotContain("Báo cáo");
  }

  @Test
  void aReportOfNobodysKeyIsNot() throws Exception {
    var strangers = keys().replace("\"2026\"", "\"2025\"");
    assertThat(verify(null, file("r.jws", jws(REPORT)), file("keys.json", strangers))).isFalse();
  }

  @Test
  void thePlatformIsAskedWhetherItStillHolds() throws Exception {
    var signed = file("report.jws", jws(REPORT));
    assertThat(verify(null, signed, null)).isTrue();
    assertThat(asked)
        .hasSize(2)
        .last()
        .asString()
        .startsWith("/api/reporting/issued/check?sha256=");
    answers.put("check", "{\"standing\":\"SUPERSEDED\",\"matches\":true}");
    assertThat(verify(null, signed, null)).isFalse();
  }

  @Test
  void aPrintIsKnownByItsHashAndANumberByItself() throws Exception {
    assertThat(verify("54/2026/BC-HPN/0001", file("report.pdf", "%PDF"), null)).isTrue();
    assertThat(asked.getLast()).contains("number=54%2F2026%2FBC-HPN%2F0001&sha256=");
    answers.put("check", "{\"standing\":\"VALID\",\"matches\":false}");
    assertThat(verify("54/2026/BC-HPN/0001", file("report.pdf", "%PDF!"), null)).isFalse();
    answers.put("check", "{\"standing\":\"VALID\",\"matches\":null}");
    assertThat(verify("54/2026/BC-HPN/0001", null, null)).isTrue();
  }

  @Test
  void aPrintHasNoSignatureToCheck() throws IOException {
    var print = file("report.pdf", "%PDF");
    var keys = file("keys.json", keys());
    assertThatThrownBy(() -> verify(null, print, keys)).isInstanceOf(Refusal.class);
  }
}
