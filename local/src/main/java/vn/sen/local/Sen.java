package vn.sen.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sen.local.demo.Demo;
import vn.sen.local.demo.Loaders;

/** The command {@code ./sen}: the whole platform in one process. */
public final class Sen {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final int SECONDS_TO_STOP = 20;
  private static final Set<String> YES = Set.of("y", "yes", "c", "có");

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
      return new Sen(Settings.from(System.getenv(), home), System.out, System.err).run(command);
    } catch (Refusal e) {
      System.err.println("sen: " + e.line());
      return MISUSED;
    } catch (IOException e) {
      System.err.println("sen: " + e);
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  private int run(Command command) throws IOException, InterruptedException {
    return switch (command) {
      case Command.Token token -> print(token);
      case Command.VerifyAudit() -> operate(api -> new AuditVerification(api, out).run());
      case Command.VerifyViews(var view) ->
          operate(api -> new ViewsVerification(api, out).run(view));
      case Command.Rebuild rebuild -> operate(api -> new ViewRebuild(api, out).run(rebuild));
      case Command.VerifyReport wanted -> verifyReport(wanted);
      case Command.Up() -> withData(data -> with(data, Sen::stayUp));
      case Command.Demo demo -> withData(data -> demo(data, demo));
      case Command.Reset(var confirmed) -> withData(data -> reset(data, confirmed));
    };
  }

  /** Whatever becomes of it, what these data are is no longer real. */
  private int demo(DataFolder data, Command.Demo demo) throws IOException, InterruptedException {
    data.markSimulated();
    return with(data, platform -> load(platform, demo));
  }

  /** What is done while no other process may touch the data; gives the exit status. */
  private interface DataTask {
    int run(DataFolder data) throws IOException, InterruptedException;
  }

  private int withData(DataTask task) throws IOException, InterruptedException {
    try (var data = DataFolder.open(settings.data())) {
      return task.run(data);
    }
  }

  private int print(Command.Token wanted) throws InterruptedException {
    try {
      out.println(tokensOfWhatRuns().of(wanted.kind(), wanted.name()).value());
      return DONE;
    } catch (LocalTokens.Refused e) {
      throw noToken(wanted.name(), e);
    } catch (IOException e) {
      throw noAnswer(e);
    }
  }

  /** What an administrator has the platform do that runs here; tells whether all is well. */
  private interface Operation {
    boolean with(OperatorApi api) throws IOException, InterruptedException;
  }

  private int operate(Operation operation) throws InterruptedException {
    var name = "administrator";
    var administrator = new RenewedToken(tokensOfWhatRuns(), LocalTokens.Kind.USER, name);
    try (var api = new OperatorApi(settings.gateway(), administrator)) {
      return operation.with(api) ? DONE : FAILED;
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof LocalTokens.Refused refused
          ? noToken(name, refused)
          : noAnswer(e);
    } catch (IOException e) {
      throw noAnswer(e);
    }
  }

  private static Refusal noToken(String name, LocalTokens.Refused cause) {
    return new Refusal(
        "Không có mã cho \"" + name + "\"",
        "There is no token for \"" + name + "\": " + cause.getMessage(),
        cause);
  }

  private int verifyReport(Command.VerifyReport wanted) throws IOException, InterruptedException {
    var file = wanted.file();
    if (file != null && !Files.isReadable(file)) {
      throw new Refusal(file + " không đọc được.", file + " cannot be read.");
    }
    var verification = new ReportVerification(settings.gateway(), out);
    try {
      return verification.run(wanted.number(), file, wanted.keys()) ? DONE : FAILED;
    } catch (ConnectException | HttpTimeoutException e) {
      throw noAnswer(e);
    }
  }

  private Refusal noAnswer(Exception cause) {
    return new Refusal(
        settings.gateway() + " không trả lời; hãy chạy ./sen up. (" + cause.getMessage() + ")",
        settings.gateway() + " does not answer; run ./sen up.",
        cause);
  }

  /** Of the platform that runs, or has run, on the data. */
  private LocalTokens tokensOfWhatRuns() {
    var secrets = new Secrets(secrets());
    if (!secrets.exist()) {
      throw new Refusal(
          "Chưa có hệ thống nào chạy trên dữ liệu " + settings.data() + "; hãy chạy ./sen up.",
          "No platform has run on the data in " + settings.data() + "; run ./sen up.");
    }
    return new LocalTokens(settings.gateway(), secrets.local());
  }

  /** What is done with a platform that is up; gives the exit status. */
  private interface Task {
    int run(Platform platform) throws InterruptedException;
  }

  private int with(DataFolder data, Task task) throws InterruptedException {
    Ports.requireFree(settings.address(), settings.port());
    boolean first = !new Secrets(secrets()).exist();
    Logs.to(data.logs());
    var progress = new Progress(err, System::nanoTime);
    var platform = new Platform(settings, data, Layout.ofThisProcess(), progress);
    stopAtExit(platform);
    try (platform) {
      var start = progress.begin("Sen");
      platform.start();
      start.done();
      out.println("SEN READY " + platform.gateway());
      if (first) {
        tellHowToSignIn(platform, "administrator");
      }
      out.flush();
      return task.run(platform);
    } catch (StartFailed e) {
      if (!platform.isStopping()) {
        logger().error("The platform did not start", e);
        err.println(
            "sen: không khởi động được / did not start: " + e.line() + " (" + data.logs() + ")");
      }
      return FAILED;
    }
  }

  /** The password is the first one only, until she chooses her own. */
  private void tellHowToSignIn(Platform platform, String name) {
    out.println(
        "Đăng nhập (sign in): "
            + platform.gateway()
            + "/session/sign-in · "
            + name
            + " · "
            + new Secrets(secrets()).firstPassword(name));
  }

  private Loaders loaders(URI gateway) {
    var tokens = new LocalTokens(gateway, new Secrets(secrets()).local());
    return new Loaders(
        person -> new RenewedToken(tokens, LocalTokens.Kind.USER, person),
        machine -> new RenewedToken(tokens, LocalTokens.Kind.CLIENT, machine));
  }

  private Path secrets() {
    return DataFolder.secretsIn(settings.data());
  }

  private static int stayUp(Platform platform) throws InterruptedException {
    platform.awaitStop();
    return DONE;
  }

  private int load(Platform platform, Command.Demo demo) throws InterruptedException {
    var options = demo.options().toArray(String[]::new);
    var status = Demo.run(platform.gateway(), loaders(platform.gateway()), options, out);
    if (status == DONE) {
      tellHowToSignIn(platform, "province");
      out.println(
          "Mã cho lệnh (tokens for scripts): ./sen token --user province | auditor |"
              + " commune-<mã>-<ngày>, --client dashboard | bank-vbsp | bank-agribank | …");
    }
    return demo.exit() || status != DONE ? status : stayUp(platform);
  }

  // However the process ends, short of a kill, everything stops in order, or is cut off after a
  // while.
  private static void stopAtExit(Platform platform) {
    var stopped = new CountDownLatch(1);
    var stop =
        new Thread(
            () -> {
              Thread.ofPlatform().daemon().start(() -> haltUnless(stopped));
              platform.close();
              Logs.end();
              stopped.countDown();
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(stop);
  }

  private static void haltUnless(CountDownLatch stopped) {
    try {
      if (stopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(FAILED);
  }

  private int reset(DataFolder data, boolean confirmed) throws IOException {
    if (!confirmed && !confirms()) {
      err.println("sen: không xóa gì. / Nothing was deleted.");
      return FAILED;
    }
    data.forget();
    out.println("Đã xóa dữ liệu. / The data is deleted.");
    return DONE;
  }

  private boolean confirms() throws IOException {
    out.print(
        "Xóa mọi dữ liệu trong " + settings.data() + "? / Delete all data there? [c/y | k/N] ");
    out.flush();
    var answer =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return answer != null && YES.contains(answer.strip().toLowerCase(java.util.Locale.ROOT));
  }

  // Not a constant: logs are set up first.
  private static Logger logger() {
    return LoggerFactory.getLogger(Sen.class);
  }
}
