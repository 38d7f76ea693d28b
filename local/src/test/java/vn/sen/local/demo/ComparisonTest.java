package vn.sen.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private final Comparison comparison = new Comparison();

  private boolean isFlawless() {
    return comparison.print(new PrintStream(new ByteArrayOutputStream()));
  }

  @Test
  void takesARateForWhatItIsHoweverManyZerosItEndsIn() {
    comparison.expect("rate", new BigDecimal("72.60"), new BigDecimal("72.6"));
    comparison.expect("members", 161L, 161L);
    comparison.expect("not available", null, null);

    assertThat(isFlawless()).isTrue();
  }

  @Test
  void noticesAnotherRateAndAMissingOne() {
    comparison.expect("rate", new BigDecimal("72.60"), new BigDecimal("72.61"));
    assertThat(isFlawless()).isFalse();

    var missing = new Comparison();
    missing.expect("rate", new BigDecimal("72.60"), null);
    assertThat(missing.print(new PrintStream(new ByteArrayOutputStream()))).isFalse();
  }
}
