package vn.sen.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.local.demo.dataset.ProvinceFacts;
import vn.sen.local.demo.dataset.Targets;
import vn.sen.local.demo.dataset.lending.LendingTargets;
import vn.sen.local.demo.dataset.work.WorkTargets;

/** The demo's files on the class path; {@code phu-yen/README.md} names their sources. */
final class DemoFiles {

  private DemoFiles() {}

  static ProvinceFacts facts() {
    return ProvinceFacts.parse(
        text("units.csv"),
        text("successions.csv"),
        text("resolutions.csv"),
        text("census-2009.csv"));
  }

  static Targets targets() {
    return JsonMapper.shared().readValue(text("demo-targets.json"), Targets.class);
  }

  static LendingTargets lendingTargets() {
    return JsonMapper.shared().readValue(text("demo-lending.json"), LendingTargets.class);
  }

  static WorkTargets workTargets() {
    return JsonMapper.shared().readValue(text("demo-work.json"), WorkTargets.class);
  }

  static PublishedFigures published() {
    return PublishedFigures.of(tree("article-2023.json"), tree("demo-published.json"));
  }

  /** What the province's report of the year shows. */
  static JsonNode definition() {
    return tree("demo-definition.json");
  }

  private static JsonNode tree(String name) {
    return JsonMapper.shared().readTree(text(name));
  }

  private static String text(String name) {
    try (var in = DemoFiles.class.getResourceAsStream("/phu-yen/" + name)) {
      if (in == null) {
        throw new IllegalStateException("missing from the build: phu-yen/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
