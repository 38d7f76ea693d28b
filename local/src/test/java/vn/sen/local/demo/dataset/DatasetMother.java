package vn.sen.local.demo.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Data sets on the real units. */
final class DatasetMother {

  static final ProvinceFacts FACTS =
      ProvinceFacts.parse(
          text("units.csv"),
          text("successions.csv"),
          text("resolutions.csv"),
          text("census-2009.csv"));

  static final Targets PUBLISHED =
      JsonMapper.shared().readValue(text("demo-targets.json"), Targets.class);

  private DatasetMother() {}

  static Dataset whole(long seed) {
    return Dataset.generate(seed, FACTS, PUBLISHED);
  }

  static Dataset small(long seed) {
    return Dataset.generate(seed, FACTS, PUBLISHED.scaled(0.05));
  }

  private static String text(String name) {
    try (var in = DatasetMother.class.getResourceAsStream("/phu-yen/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
