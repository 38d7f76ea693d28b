package vn.sen.reporting.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.sen.reporting.reading.Origin;

class DictionaryTest {

  private static final List<Supplier<Stream<Indicator>>> ALL =
      List.of(
          MembershipIndicators::all,
          TrainingIndicators::all,
          GroupIndicators::all,
          LendingIndicators::all,
          ProgrammeIndicators::all);

  @Test
  void hasEveryIndicatorThatAReportCanShow() {
    var dictionary = vn.sen.reporting.indicator.Indicators.ofThisRelease();
    assertThat(ALL.stream().flatMap(Supplier::get).map(Indicator::id))
        .isNotEmpty()
        .allSatisfy(id -> assertThat(dictionary.indicator(id).definition()).isNotNull());
  }

  @Test
  void leadsToTheReportThatTheDictionaryNames() {
    var dictionary = vn.sen.reporting.indicator.Indicators.ofThisRelease();
    assertThat(ALL.stream().flatMap(Supplier::get))
        .allSatisfy(
            one -> {
              var origin = Origins.of(one.id(), Map.of()).orElseThrow();
              var meant = dictionary.indicator(one.id());
              if (origin.figure() != null) {
                assertThat(origin.report().replace('/', '-')).isEqualTo(meant.report());
                assertThat(meant.path()).contains(origin.figure().split("\\.")[0]);
              }
            });
  }

  @Test
  void aLimitGoesAlongAndAChangeOfTypeLeadsNowhere() {
    assertThat(Origins.of("lending.outstanding", Map.of("bank", "VBSP")))
        .contains(new Origin("lending", "outstanding", Map.of("bank", "VBSP")));
    assertThat(Origins.of("membership.in", Map.of("flow", "ADMISSION")))
        .contains(new Origin("membership", "flows.in.ADMISSION", Map.of()));
    assertThat(Origins.of("membership.in", Map.of("flow", "RECLASSIFICATION"))).isEmpty();
    assertThat(Origins.of("programmes.result", Map.of("programme", "P", "indicator", "I")))
        .contains(
            new Origin("programmes", "result", Map.of("byProgramme", "P", "byIndicator", "I")));
    assertThat(Origins.of("programmes.result", Map.of("indicator", "I")))
        .contains(new Origin("programmes", null, Map.of()));
  }
}
