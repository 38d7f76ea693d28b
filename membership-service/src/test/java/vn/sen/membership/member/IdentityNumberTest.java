package vn.sen.membership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumberTest {

  @ParameterizedTest
  @CsvSource({
    "054180001234, FEMALE, 1980",
    "054080001234, MALE, 1980",
    "001301001234, FEMALE, 2001",
    "001205001234, MALE, 2005",
    "220745890,,"
  })
  void statesSexAndYearOfBirth(String digits, @Nullable Sex sex, @Nullable Integer year) {
    var number = IdentityNumber.parse(digits);

    assertThat(number.sex()).isEqualTo(sex);
    assertThat(number.birthYear()).isEqualTo(year);
  }

  @Test
  void mayBeWrittenInGroups() {
    assertThat(IdentityNumber.parse(" 054 180 001.234 ").digits()).isEqualTo("054180001234");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "12345678", "0541800012", "0541800012345", "05418000123x", "٠٥٤١٨٠٠٠١٢٣٤"})
  void withOtherThanTwelveOrNineDigitsIsRefused(String text) {
    assertThatThrownBy(() -> IdentityNumber.parse(text))
        .isInstanceOf(MemberRules.IdentityNumberUnreadable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"000180001234", "003180001234", "100180001234"})
  void ofNoProvinceIsRefused(String digits) {
    assertThatThrownBy(() -> IdentityNumber.parse(digits))
        .isInstanceOf(MemberRules.IdentityNumberOfNoProvince.class);
  }

  @Test
  void neverShowsItselfInLogs() {
    assertThat(IdentityNumber.parse("054180001234").toString()).doesNotContain("180001234");
    assertThat(MemberMother.withIdentity("054180001234", null, 1980).toString())
        .doesNotContain("054180001234")
        .doesNotContain("Hòa");
  }
}
