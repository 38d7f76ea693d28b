package vn.sen.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command {@code ./sen}: the whole platform in one process. */
public final class Sen {
  private static final Logger LOG = LoggerFactory.getLogger(Sen.class);
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final int SECONDS_TO_STOP = 20;

  private final Settings settings;
  private final PrintStream out;
  private final PrintStream err;

  private Sen(Settings settings, PrintStream out, PrintStream err) {
    this.settings = settings;
    this.out = out;
    this.err = err;
  }

  /** Does what the arguments say and ends the process with its exit status. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String... arguments) {
    try {
      var command = Command.parse(arguments);
      var home = Path.of(System.getProperty("sen.home", "."));
      var sen = new Sen(Settings.from(System.getenv(), home), System.out, System.err);
      return sen.run(command);
    } catch (Refusal e) {
      System.err.println("sen: " + e.line());
      return MISUSED;
    }
  }

  private int run(Command command) {
    return switch (command) {
      case Command.Up() -> up();
      case Command.Reset(var confirmed) -> reset(confirmed);
    };
  }

  private int up() {
    Ports.requireFree(settings.address(), settings.port());
    var begun = System.nanoTime();
    try (var data = DataFolder.open(settings.data())) {
      Logs.to(data.logs());
      var progress = new Progress(err, System::nanoTime);
      var platform = new Platform(settings, data, Layout.ofThisProcess(), progress);
      stopAtExit(platform);
      try (platform) {
        platform.start();
        progress.say("  %.1f s".formatted((System.nanoTime() - begun) / 1e9));
        out.println("SEN READY " + platform.gateway());
        out.flush();
        new CountDownLatch(1).await();
        return DONE;
      } catch (StartFailed e) {
        if (!platform.isStopping()) {
          LOG.error("The platform did not start", e);
          err.println("sen: " + e.line() + " (" + data.logs() + ")");
        }
        return FAILED;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return FAILED;
      }
    } catch (IOException e) {
      err.println("sen: " + e);
      return FAILED;
    }
  }

  /**
   * However the process ends, short of a kill, everything is stopped in order, or after a while.
   */
  private static void stopAtExit(Platform platform) {
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  Thread.ofPlatform().daemon().start(() -> haltUnless(stopped));
                  platform.close();
                  Logs.end();
                  stopped.countDown();
                },
                "stop"));
  }

  private static void haltUnless(CountDownLatch stopped) {
    try {
      if (!stopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(FAILED);
      }
    } catch (InterruptedException e) {
      Runtime.getRuntime().halt(FAILED);
    }
  }

  private int reset(boolean confirmed) {
    try (var data = DataFolder.open(settings.data())) {
      if (!confirmed && !confirms()) {
        err.println("Không xóa gì. / Nothing was deleted.");
        return FAILED;
      }
      data.forget();
      out.println("Đã xóa dữ liệu trong " + settings.data() + " / Data deleted.");
      return DONE;
    } catch (IOException e) {
      err.println("sen: " + e);
      return FAILED;
    }
  }

  private boolean confirms() throws IOException {
    out.print("Xóa mọi dữ liệu trong " + settings.data() + "? / Delete all data in it? [y/N] ");
    out.flush();
    var answer =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return answer != null && answer.strip().toLowerCase(java.util.Locale.ROOT).startsWith("y");
  }
}
