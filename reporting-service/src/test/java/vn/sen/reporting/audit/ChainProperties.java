package vn.sen.reporting.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.reporting.audit.TrailMother.MEMBERS;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ChainProperties {

  @Property
  void every_byte_and_the_place_of_a_record_count(
      @ForAll byte[] key,
      @ForAll byte[] header,
      @ForAll byte[] value,
      @ForAll @IntRange(min = 0, max = 5) int what) {
    // given
    var record = record(4, 9, key, "h", header, value);
    var hash = Chain.hash(Chain.BEGIN, MEMBERS, record);

    // when any one thing is another
    var other =
        switch (what) {
          case 0 -> record(5, 9, key, "h", header, value);
          case 1 -> record(4, 8, key, "h", header, value);
          case 2 -> record(4, 9, longer(key), "h", header, value);
          case 3 -> record(4, 9, key, "h1", header, value);
          case 4 -> record(4, 9, key, "h", longer(header), value);
          default -> record(4, 9, key, "h", header, longer(value));
        };

    // then so is the hash, and the same gives the same
    assertThat(Chain.hash(Chain.BEGIN, MEMBERS, other)).isNotEqualTo(hash);
    assertThat(Chain.hash(hash, MEMBERS, record)).isNotEqualTo(hash);
    assertThat(Chain.hash(Chain.BEGIN, MEMBERS, record(4, 9, key, "h", header, value)))
        .isEqualTo(hash);
  }

  @Property
  void bytes_cannot_be_moved_from_one_part_to_the_next(@ForAll byte[] one, @ForAll byte[] two) {
    var record = record(1, 1, longer(one), "h", two, two);
    var moved = record(1, 1, one, "h", longer(two), two);

    assertThat(Chain.hash(Chain.BEGIN, MEMBERS, moved))
        .isNotEqualTo(Chain.hash(Chain.BEGIN, MEMBERS, record));
  }

  private static LogRecord record(
      long offset, long at, byte[] key, String name, byte[] header, byte[] value) {
    return new LogRecord(offset, at, key, List.of(new LogRecord.Header(name, header)), value);
  }

  private static byte[] longer(byte[] bytes) {
    return java.util.Arrays.copyOf(bytes, bytes.length + 1);
  }
}
