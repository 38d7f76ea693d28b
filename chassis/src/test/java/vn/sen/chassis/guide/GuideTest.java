package vn.sen.chassis.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code that the guide shows is the code that is tested. */
class GuideTest {

  private static final Path GUIDE = Path.of("..", "docs", "add-a-feature.md");
  private static final Path SOURCES =
      Path.of("src", "test", "java", "vn", "sen", "chassis", "guide");
  private static final Path TEXTS = Path.of("src", "test", "resources", "messages");

  /** A block says above itself which file it is from. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "`([A-Za-z_]+\\.(?:java|properties))`[^\\n]*\\n+```[a-z]+\\n(.*?)\\n```", Pattern.DOTALL);

  record Shown(String file, String code) {
    @Override
    public String toString() {
      return file + ": " + code.lines().findFirst().orElse("");
    }
  }

  static Stream<Shown> shown() throws IOException {
    return BLOCK
        .matcher(Files.readString(GUIDE))
        .results()
        .map(found -> new Shown(found.group(1), found.group(2)));
  }

  @ParameterizedTest
  @MethodSource("shown")
  void what_the_guide_shows_stands_in_the_source(Shown shown) throws IOException {
    var folder = shown.file().endsWith(".java") ? SOURCES : TEXTS;
    assertThat(Files.readString(folder.resolve(shown.file()))).contains(shown.code());
  }

  @Test
  void every_step_shows_code() throws IOException {
    assertThat(shown().map(Shown::file))
        .contains(
            "FairEvent.java",
            "Fair.java",
            "Fairs.java",
            "FairController.java",
            "rules_vi.properties",
            "StallView.java",
            "StallFigures.java",
            "FairConfiguration.java",
            "FairIT.java");
  }
}
