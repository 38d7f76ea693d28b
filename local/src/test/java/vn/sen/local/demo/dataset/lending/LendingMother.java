package vn.sen.local.demo.dataset.lending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.local.demo.dataset.ProvinceFacts;

/** Loans on the real units. */
final class LendingMother {

  static final ProvinceFacts FACTS =
      ProvinceFacts.parse(
          text("units.csv"),
          text("successions.csv"),
          text("resolutions.csv"),
          text("census-2009.csv"));

  static final LendingTargets PUBLISHED =
      JsonMapper.shared().readValue(text("demo-lending.json"), LendingTargets.class);

  private LendingMother() {}

  static LendingData whole(long seed) {
    return LendingData.generate(seed, FACTS, PUBLISHED);
  }

  static LendingData small(long seed) {
    return LendingData.generate(seed, FACTS, PUBLISHED.scaled(0.02));
  }

  private static String text(String name) {
    try (var in = LendingMother.class.getResourceAsStream("/phu-yen/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
