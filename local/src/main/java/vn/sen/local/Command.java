package vn.sen.local;

import java.util.Arrays;
import java.util.List;

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
