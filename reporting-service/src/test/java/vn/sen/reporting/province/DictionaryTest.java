package vn.sen.reporting.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
}
