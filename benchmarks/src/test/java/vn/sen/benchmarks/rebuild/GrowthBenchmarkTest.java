package vn.sen.benchmarks.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrowthBenchmarkTest {

  @Test
  void whatGoesUpAndDownWithinATenthIsLevel() {
    assertThat(GrowthBenchmark.isLevel(new double[] {4.8, 4.5, 4.6, 5.0})).isTrue();
  }

  @Test
  void oneLengthThatCostsMuchMoreOrLessIsNot() {
    assertThat(GrowthBenchmark.isLevel(new double[] {4, 5.3, 4, 4})).isFalse();
    assertThat(GrowthBenchmark.isLevel(new double[] {4, 4, 2.7, 4})).isFalse();
  }

  @Test
  void aSteadyRiseIsNot() {
    assertThat(GrowthBenchmark.isLevel(new double[] {4, 4.3, 4.6, 4.9})).isFalse();
  }
}
