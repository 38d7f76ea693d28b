package vn.sen.membership.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "Hòa Hiệp Bắc, hoa hiep bac",
    "Hoà Hiệp Bắc, hoa hiep bac",
    "Đồng Xuân, dong xuan",
    "'  Nguyễn   Thị  Ánh ', nguyen thi anh",
    "EaBar, eabar",
    "Trương Thị Ướt, truong thi uot"
  })
  void compareWithoutToneMarksCaseAndDoubleSpaces(String name, String key) {
    assertThat(Names.key(name)).isEqualTo(key);
  }

  @Test
  void areKeptComposed() {
    var decomposed = Normalizer.normalize("Hòa Bình", Normalizer.Form.NFD);

    assertThat(Names.clean(decomposed)).isEqualTo("Hòa Bình");
  }

  @Test
  void loseNoBreakSpacesAndByteOrderMarks() {
    assertThat(Names.clean("\uFEFF\u00a0Lê\u00a0\tThị ")).isEqualTo("Lê Thị");
  }

  @Test
  void thatCannotBePrintedAreNoticed() {
    assertThat(Names.isPrintable("Phường 1")).isTrue();
    assertThat(Names.isPrintable("a\u0000b")).isFalse();
    assertThat(Names.isPrintable("a\nb")).isFalse();
    assertThat(Names.isPrintable("a\uD800")).isFalse();
  }

  @Property
  void cleaningTwiceChangesNothing(@ForAll @StringLength(max = 40) String text) {
    var clean = Names.clean(text);

    assertThat(Names.clean(clean)).isEqualTo(clean);
  }

  @Property
  void theFormOfUnicodeDoesNotMatter(@ForAll @StringLength(max = 40) String text) {
    var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);

    assertThat(Names.key(decomposed)).isEqualTo(Names.key(composed));
  }
}
