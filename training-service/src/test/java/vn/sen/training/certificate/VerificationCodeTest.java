package vn.sen.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationCodeTest {

  @Test
  void is_read_back_as_it_was_printed() {
    var code = VerificationCode.make(new Random(1));

    assertThat(code.printed()).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
    assertThat(VerificationCode.parse(code.printed())).contains(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0O1I-L234-5678-9ABC", " 0o1i l234 5678 9abc ", "00111234-56789ABC"})
  void letters_that_look_like_digits_are_digits(String typed) {
    assertThat(VerificationCode.parse(typed))
        .contains(new VerificationCode("00111234" + "56789ABC"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0011", "00111234-56789ABU", "0011-1234-5678-9ABC-D"})
  void what_cannot_be_one_is_none(String typed) {
    assertThat(VerificationCode.parse(typed)).isEmpty();
  }

  @Test
  void says_nothing_of_itself_in_a_log() {
    var code = VerificationCode.make(new Random(2));

    assertThat(code.toString()).doesNotContain(code.text());
  }
}
