package vn.sen.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final Path HOME = Path.of("/srv/sen");

  @Test
  void needsNone() {
    assertThat(Settings.from(Map.of(), HOME))
        .isEqualTo(new Settings(8080, "127.0.0.1", HOME.resolve("data"), null, null));
  }

  @Test
  void takesThoseGiven() {
    var environment =
        Map.of(
            "SEN_PORT", "9090",
            "SEN_ADDRESS", "0.0.0.0",
            "SEN_DATA", "/tmp/elsewhere/../sen",
            "SEN_KAFKA_BOOTSTRAP", "kafka:9092",
            "SEN_MONGODB_URI", "mongodb://mongo");

    assertThat(Settings.from(environment, HOME))
        .isEqualTo(
            new Settings(9090, "0.0.0.0", Path.of("/tmp/sen"), "kafka:9092", "mongodb://mongo"));
  }

  @Test
  void takesABlankOneForNone() {
    var blank =
        Map.of(
            "SEN_PORT", " ",
            "SEN_ADDRESS", "",
            "SEN_DATA", "",
            "SEN_KAFKA_BOOTSTRAP", " ",
            "SEN_MONGODB_URI", "");

    assertThat(Settings.from(blank, HOME)).isEqualTo(Settings.from(Map.of(), HOME));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "65536", "http", "8080x", "99999999999"})
  void refusesWhatIsNoPort(String port) {
    assertThatThrownBy(() -> Settings.from(Map.of("SEN_PORT", port), HOME))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("SEN_PORT=" + port);
  }
}
