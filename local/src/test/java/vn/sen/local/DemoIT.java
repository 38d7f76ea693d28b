package vn.sen.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sen.local.demo.Demo;
import vn.sen.local.demo.Loaders;

/** The whole demo, with one person in a hundred. */
class DemoIT {
  private static final String SCALE = "0.01";

  @TempDir Path temp;

  @Test
  void countsWhatItLoadedAndDoublesNothingWhenRepeated() throws Exception {
    var data = temp.resolve("data");
    int port = freePort();

    // when the demo is loaded, the platform ends and is started again
    String first;
    try (var demo = SenProcess.start(data, port, "demo", "--scale", SCALE, "--exit")) {
      assertThat(demo.status()).as("%s%s", demo.out(), demo.err()).isZero();
      first = demo.out();
    }

    // then loans and statements are part of what was counted
    assertThat(first)
        .contains("HỘI VIÊN", "VAY VỐN QUA HỘI", "ĐỐI CHIẾU SAO KÊ", "(all as generated)");
    assertThat(first)
        .contains("(late)", "(missing update)", "(rounding)", "(unknown loan)")
        .contains("(other household)", "(closed here)", "(missing there)");

    // and when it is started again
    try (var platform = SenProcess.start(data, port, "up")) {
      platform.awaitReady();
      var gateway = URI.create("http://localhost:" + port);

      // then loading it again finds everything there and reports the same
      var again = run(data, gateway, "--scale", SCALE);
      assertThat(again.status()).as(again.out()).isZero();
      assertThat(report(again.out())).isNotEmpty().isEqualTo(report(first));

      // and other data are not mixed in
      var other = run(data, gateway, "--scale", SCALE, "--seed", "8");
      assertThat(other.status()).isEqualTo(1);
      assertThat(other.out()).contains("other demo data are loaded");
    }
  }

  private record Run(int status, String out) {}

  private static Run run(Path data, URI gateway, String... args) {
    var bytes = new ByteArrayOutputStream();
    var tokens = new LocalTokens(gateway, new Secrets(DataFolder.secretsIn(data)).local());
    var loaders =
        new Loaders(
            person -> new RenewedToken(tokens, LocalTokens.Kind.USER, person),
            machine -> new RenewedToken(tokens, LocalTokens.Kind.CLIENT, machine));
    int status = Demo.run(gateway, loaders, args, new PrintStream(bytes, true, UTF_8));
    return new Run(status, bytes.toString(UTF_8));
  }

  /** What stands between the progress and the times, which no two runs share. */
  private static List<String> report(String out) {
    return out.lines()
        .dropWhile(line -> !line.isBlank())
        .takeWhile(line -> !line.startsWith("Nạp xong"))
        .toList();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
