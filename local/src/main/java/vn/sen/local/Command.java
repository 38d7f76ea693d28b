package vn.sen.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code ./sen} was asked to do. */
sealed interface Command {
  /** Start, and stay up. */
  record Up() implements Command {}

  /**
   * Start, load the demo, and stay up or stop.
   *
   * @param options the demo's own, not yet understood
   */
  record Demo(boolean exit, List<String> options) implements Command {}

  /** Print an access token of the platform that runs here. */
  record Token(LocalTokens.Kind kind, String name) implements Command {}

  /** Have the platform that runs here check its audit trail. */
  record VerifyAudit() implements Command {}

  /**
   * Check an issued report.
   *
   * @param number as it stands on the report, or null
   * @param file the report as a file, or null
   * @param keys a JWK set to check the signature with, without asking the platform; null to ask it
   */
  record VerifyReport(@Nullable String number, @Nullable Path file, @Nullable Path keys)
      implements Command {}

  /**
   * Have the platform that runs here hold its views against the log.
   *
   * @param view one of them; null for all
   */
  record VerifyViews(@Nullable String view) implements Command {}

  /** Have a view of the platform that runs here folded afresh, or go on with that. */
  record Rebuild(String view, Step step) implements Command {

    /** How far to go. */
    enum Step {
      /** Fold it afresh and put it into service. */
      SWAP,
      /** Put back what served before. */
      ROLLBACK,
      /** Let go what does not serve. */
      DISCARD
    }
  }

  /** Forget the data. */
  record Reset(boolean confirmed) implements Command {}

  /**
   * Reads a command line.
   *
   * @throws Refusal when it is none
   */
  static Command parse(String... arguments) {
    if (arguments.length == 0) {
      throw unknown("");
    }
    var options = Arrays.asList(arguments).subList(1, arguments.length);
    return switch (arguments[0]) {
      case "up" -> only(new Up(), options);
      case "demo" -> demo(options);
      case "token" -> token(options);
      case "audit" -> audit(options);
      case "verify" -> verify(options);
      case "verify-views" -> verifyViews(options);
      case "rebuild" -> rebuild(options);
      case "reset" -> reset(options);
      default -> throw unknown(arguments[0]);
    };
  }

  private static Command demo(List<String> options) {
    var exit = options.contains("--exit");
    return new Demo(exit, options.stream().filter(option -> !option.equals("--exit")).toList());
  }

  private static Command token(List<String> options) {
    if (options.size() != 2) {
      throw unknown(options.isEmpty() ? "token" : options.getFirst());
    }
    return switch (options.getFirst()) {
      case "--user" -> new Token(LocalTokens.Kind.USER, options.getLast());
      case "--client" -> new Token(LocalTokens.Kind.CLIENT, options.getLast());
      default -> throw unknown(options.getFirst());
    };
  }

  private static Command audit(List<String> options) {
    if (!options.equals(List.of("verify"))) {
      throw unknown(options.isEmpty() ? "audit" : options.getFirst());
    }
    return new VerifyAudit();
  }

  private static Command verify(List<String> options) {
    String number = null;
    Path file = null;
    Path keys = null;
    for (int i = 0; i < options.size(); i++) {
      var option = options.get(i);
      boolean takesValue = option.equals("--number") || option.equals("--keys");
      if (takesValue ? i + 1 == options.size() : option.startsWith("-")) {
        throw unknown(option);
      }
      if (option.equals("--number")) {
        number = options.get(++i);
      } else if (option.equals("--keys")) {
        keys = Path.of(options.get(++i));
      } else if (file == null) {
        file = Path.of(option);
      } else {
        throw unknown(option);
      }
    }
    if (number == null && file == null || keys != null && file == null) {
      throw unknown("verify");
    }
    return new VerifyReport(number, file, keys);
  }

  private static Command verifyViews(List<String> options) {
    return options.isEmpty()
        ? new VerifyViews(null)
        : only(new VerifyViews(named(options)), rest(options));
  }

  private static Command rebuild(List<String> options) {
    if (options.isEmpty()) {
      throw unknown("rebuild");
    }
    var view = named(options);
    return switch (String.join(" ", rest(options))) {
      case "" -> new Rebuild(view, Rebuild.Step.SWAP);
      case "--rollback" -> new Rebuild(view, Rebuild.Step.ROLLBACK);
      case "--discard" -> new Rebuild(view, Rebuild.Step.DISCARD);
      default -> throw unknown(options.get(1));
    };
  }

  private static String named(List<String> options) {
    if (options.getFirst().startsWith("-")) {
      throw unknown(options.getFirst());
    }
    return options.getFirst();
  }

  private static List<String> rest(List<String> options) {
    return options.subList(1, options.size());
  }

  private static Command reset(List<String> options) {
    return options.equals(List.of("--yes")) ? new Reset(true) : only(new Reset(false), options);
  }

  private static Command only(Command command, List<String> options) {
    if (!options.isEmpty()) {
      throw unknown(options.getFirst());
    }
    return command;
  }

  private static Refusal unknown(String word) {
    return new Refusal(
        "Không hiểu \"" + word + "\"; xem ./sen help.",
        "\"" + word + "\" is not known; see ./sen help.");
  }
}
