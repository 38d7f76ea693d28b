package vn.sen.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sen.local.demo.dataset.lending.LendingTargets;
import vn.sen.local.demo.dataset.lending.LendingTargets.Overlap;

class DemoOptionsTest {

  @Test
  void without_options_the_published_sums_are_the_targets() throws Exception {
    var options = parse("--exit");
    assertThat(options.scale()).isEqualTo(1);
    assertThat(options.targets().members()).isEqualTo(161_102);
    assertThat(options.targets().net()).isEqualTo(2_404);
  }

  @Test
  void a_scale_reduces_every_count_of_people() throws Exception {
    var targets = parse("--scale", "0.05", "--seed", "9").targets();
    assertThat(targets.opening()).isEqualTo(7_935);
    assertThat(targets.low().communes()).isEqualTo(6);
    assertThat(targets.low().women()).isEqualTo(480);
  }

  @Test
  void a_scale_reduces_households_and_loans_as_well() throws Exception {
    var lending = parse("--scale", "0.02").lending();
    assertThat(households(lending)).isBetween(1_000, 1_004);
    assertThat(lending.bank("VBSP").households()).isBetween(876, 879);
    assertThat(households(parse().lending())).isEqualTo(50_106);
  }

  private static int households(LendingTargets targets) {
    return targets.households().stream().mapToInt(Overlap::households).sum();
  }

  @Test
  void a_file_may_bring_other_targets(@TempDir Path folder) throws Exception {
    var file =
        Files.writeString(
            folder.resolve("targets.json"),
            new String(
                    DemoOptionsTest.class
                        .getResourceAsStream("/phu-yen/demo-targets.json")
                        .readAllBytes())
                .replace("6020", "7020"));
    assertThat(parse("--targets", file.toString()).targets().net()).isEqualTo(3_404);
  }

  @ParameterizedTest
  @CsvSource({
    "--frobnicate, 1, unknown option --frobnicate",
    "--seed, abc, --seed needs a number",
    "--seed, '', --seed needs a number",
    "--scale, 0, a scale is above 0",
    "--scale, 1.5, a scale is above 0",
    "--scale, NaN, a scale is above 0",
    "--targets, /does/not/exist, cannot read /does/not/exist"
  })
  void what_cannot_be_understood_is_named(String option, String value, String message) {
    assertThatThrownBy(() -> parse(option, value))
        .isInstanceOf(DemoOptions.Unusable.class)
        .hasMessageContaining(message);
  }

  @Test
  void a_targets_file_that_contradicts_itself_is_refused(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("targets.json"), "{\"opening\": 5, \"odd\": 1}");
    assertThatThrownBy(() -> parse("--targets", file.toString()))
        .isInstanceOf(DemoOptions.Unusable.class)
        .hasMessageContaining("targets.json");
  }

  private static DemoOptions parse(String... args) throws DemoOptions.Unusable {
    return DemoOptions.parse(args, DemoFiles.targets(), DemoFiles.lendingTargets());
  }
}
