package vn.sen.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class VietnameseNumbersTest {

  @Test
  void groups_by_dots() {
    assertThat(VietnameseNumbers.whole(161_102)).isEqualTo("161.102");
    assertThat(VietnameseNumbers.whole(1_234_567)).isEqualTo("1.234.567");
    assertThat(VietnameseNumbers.whole(0)).isEqualTo("0");
  }

  @Test
  void signs_what_is_more_and_what_is_less() {
    assertThat(VietnameseNumbers.signed(2_404)).isEqualTo("+2.404");
    assertThat(VietnameseNumbers.signed(-2_404)).isEqualTo("-2.404");
    assertThat(VietnameseNumbers.signed(0)).isEqualTo("0");
  }

  @Test
  void has_a_comma_before_decimals_and_rounds_half_up() {
    assertThat(VietnameseNumbers.percent(new BigDecimal("72.60"))).isEqualTo("72,6 %");
    assertThat(VietnameseNumbers.percent(new BigDecimal("72.55"))).isEqualTo("72,6 %");
    assertThat(VietnameseNumbers.number(new BigDecimal("72.60"), 1)).isEqualTo("72,6");
    assertThat(VietnameseNumbers.number(new BigDecimal("9025.0"), 0)).isEqualTo("9.025");
    assertThat(VietnameseNumbers.number(null, 0)).isEqualTo("–");
    assertThat(VietnameseNumbers.signed(new BigDecimal("0.44"), 1)).isEqualTo("+0,4");
    assertThat(VietnameseNumbers.seconds(Duration.ofMillis(12_340))).isEqualTo("12,3 s");
  }

  @Test
  void writes_the_day_before_the_month() {
    assertThat(VietnameseNumbers.day(LocalDate.of(2023, 12, 31))).isEqualTo("31/12/2023");
  }
}
