package vn.sen.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.local.demo.dataset.Targets;
import vn.sen.local.demo.dataset.lending.LendingTargets;

/**
 * What the demo is asked for on the command line.
 *
 * @param scale 1 for the whole province; below 1 every count of people, households and loans is
 *     reduced
 */
record DemoOptions(long seed, double scale, Targets targets, LendingTargets lending) {

  static final String USAGE =
      """
      --seed NUMBER    other people, the same sums (default 2023)
      --scale FACTOR   above 0 and at most 1: so many of the people and loans (default 1)
      --targets FILE   other sums of members: a JSON file like demo-targets.json\
      """;

  private static final long DEFAULT_SEED = 2023;

  /** The command line, or a targets file it names, cannot be understood; the message says what. */
  static final class Unusable extends Exception {
    Unusable(String message) {
      super(message);
    }
  }

  /** Arguments that the launcher understands by itself (--exit) are passed over. */
  static DemoOptions parse(String[] args, Targets published, LendingTargets lending)
      throws Unusable {
    var seed = DEFAULT_SEED;
    var scale = 1.0;
    var targets = published;
    for (var i = 0; i < args.length; i++) {
      var option = args[i];
      if (option.equals("--exit")) {
        continue;
      }
      var value = i + 1 < args.length ? args[++i] : "";
      try {
        switch (option) {
          case "--seed" -> seed = Long.parseLong(value);
          case "--scale" -> scale = Double.parseDouble(value);
          case "--targets" -> targets = read(Path.of(value));
          default -> throw new Unusable("unknown option " + option);
        }
      } catch (NumberFormatException e) {
        throw new Unusable(option + " needs a number, not \"" + value + "\"");
      }
    }
    try {
      return new DemoOptions(seed, scale, targets.scaled(scale), lending.scaled(scale));
    } catch (IllegalArgumentException e) {
      throw new Unusable(String.valueOf(e.getMessage()));
    }
  }

  private static Targets read(Path file) throws Unusable {
    try {
      return JsonMapper.shared().readValue(Files.readString(file), Targets.class);
    } catch (IOException e) {
      throw new Unusable("cannot read " + file + ": " + e.getMessage());
    } catch (JacksonException e) {
      throw new Unusable(file + ": " + e.getOriginalMessage());
    }
  }
}
