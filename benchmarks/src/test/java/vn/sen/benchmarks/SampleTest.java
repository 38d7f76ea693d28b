package vn.sen.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void takesTheMiddleValueOrTheMeanOfTheTwoMiddleOnes() {
    assertThat(Sample.median(new double[] {9, 1, 5})).isEqualTo(5);
    assertThat(Sample.median(new double[] {9, 1, 5, 6})).isEqualTo(5.5);
  }

  @Test
  void tellsTheValueBelowWhichAShareLies() {
    var values = new double[100];
    Arrays.setAll(values, i -> 100 - i);
    var sample = Sample.of(values);
    assertThat(sample.quantile(0.99)).isEqualTo(100);
    assertThat(sample.quantile(0.5)).isEqualTo(51);
    assertThat(sample.quantile(1)).isEqualTo(100);
  }

  @Test
  void dividesRoundByRound() {
    // given a machine that was twice as fast in the second round
    var values = new double[] {10, 20, 12};
    var ceilings = new double[] {20, 40, 40};
    assertThat(Sample.medianRatio(values, ceilings)).isEqualTo(0.5);
  }

  @Test
  void refusesToTellAnythingOfNothing() {
    assertThatThrownBy(() -> Sample.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
  }
}
