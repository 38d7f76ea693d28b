package vn.sen.reporting.issuance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import tools.jackson.databind.node.JsonNodeFactory;

class CanonicalJsonProperties {

  private static final long LARGEST = (1L << 53) - 1;

  private static String canonical(Object value) {
    return new String(CanonicalJson.bytes(CanonicalJson.tree(value)), UTF_8);
  }

  private static String number(BigDecimal value) {
    return new String(CanonicalJson.bytes(JsonNodeFactory.instance.numberNode(value)), UTF_8);
  }

  /** Texts of whole characters, as people type them, and as nobody does. */
  @Provide
  Arbitrary<String> texts() {
    var odd =
        Arbitraries.of("\u0000", "\u001f", "\"", "\\", "/", "\n", "ế", "ữ", "€", "😀", "\ufb33");
    var any = Arbitraries.strings().ascii().ofMaxLength(8);
    return Arbitraries.oneOf(odd, any).list().ofMaxSize(4).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Map<String, String>> members() {
    return Arbitraries.maps(texts(), texts()).ofMaxSize(8);
  }

  @Property(tries = 300)
  void the_order_of_members_does_not_matter(
      @ForAll("members") Map<String, String> members, @ForAll @IntRange(max = 1000) int seed) {
    // given the same members in another order
    var names = new ArrayList<>(members.keySet());
    Collections.shuffle(names, new Random(seed));
    var shuffled = new LinkedHashMap<String, String>();
    names.forEach(name -> shuffled.put(name, members.get(name)));
    // then they are written the same
    assertThat(canonical(Map.of("a", shuffled))).isEqualTo(canonical(Map.of("a", members)));
  }

  @Property(tries = 300)
  void what_is_written_is_read_again_and_written_the_same(
      @ForAll("members") Map<String, String> members) {
    var bytes = CanonicalJson.bytes(CanonicalJson.tree(members));
    var read = CanonicalJson.read(bytes);
    assertThat(read).isEqualTo(CanonicalJson.tree(members));
    assertThat(CanonicalJson.bytes(read)).isEqualTo(bytes);
  }

  @Property(tries = 300)
  void members_stand_in_the_order_of_their_utf_16(@ForAll("members") Map<String, String> members) {
    var written = CanonicalJson.read(CanonicalJson.bytes(CanonicalJson.tree(members)));
    assertThat(List.copyOf(written.propertyNames())).isSorted();
  }

  @Property(tries = 300)
  void whole_numbers_keep_all_their_digits(
      @ForAll @LongRange(min = -LARGEST, max = LARGEST) long value) {
    assertThat(canonical(List.of(value))).isEqualTo("[" + value + "]");
  }

  @Property(tries = 500)
  void decimals_are_written_as_the_shortest_that_is_the_same_number(
      @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long digits,
      @ForAll @IntRange(min = -30, max = 30) int scale) {
    var value = BigDecimal.valueOf(digits, scale);
    var written = number(value);
    // no digit is lost, none is added, and a double reads the same
    assertThat(new BigDecimal(written)).isEqualByComparingTo(value);
    assertThat(Double.parseDouble(written)).isEqualTo(value.doubleValue());
    assertThat(number(value.setScale(Math.max(scale, 0) + 3))).isEqualTo(written);
  }

  @Example
  void numbers_look_as_javascript_writes_them() {
    assertThat(number(new BigDecimal("59.50"))).isEqualTo("59.5");
    assertThat(number(new BigDecimal("60.00"))).isEqualTo("60");
    assertThat(number(new BigDecimal("-0.00"))).isEqualTo("0");
    assertThat(number(new BigDecimal("0.000001"))).isEqualTo("0.000001");
    assertThat(number(new BigDecimal("0.0000001"))).isEqualTo("1e-7");
    assertThat(number(new BigDecimal("1E20"))).isEqualTo("100000000000000000000");
    assertThat(number(new BigDecimal("1E21"))).isEqualTo("1e+21");
    assertThat(number(new BigDecimal("-1.25E30"))).isEqualTo("-1.25e+30");
  }

  @Example
  void numbers_that_javascript_would_round_are_refused() {
    assertThatThrownBy(() -> canonical(List.of(LARGEST + 1)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> number(new BigDecimal("0.12345678901234567890")))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> number(new BigDecimal("1E400")))
        .isInstanceOf(ArithmeticException.class);
  }

  @Example
  void texts_are_escaped_only_where_they_must_be() {
    assertThat(canonical(List.of("Phường \"1\"\\/\b\t\n\f\r\u000f€😀")))
        .isEqualTo("[\"Phường \\\"1\\\"\\\\/\\b\\t\\n\\f\\r\\u000f€😀\"]");
    assertThatThrownBy(() -> canonical(List.of("half of \ud83d")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
