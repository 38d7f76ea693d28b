package vn.sen.embedded;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a filter demands of one field, in the form an index can look up: some values, or an interval
 * of values of one type. It may let more through than the filter does, never less.
 */
sealed interface Condition {
  /** The intervals to look at, in order. On arrays the two ends may be met by two elements. */
  List<KeyRange> ranges(boolean arrays);

  /** Whether a document without the field can meet this. */
  boolean acceptsMissing();

  /** The one value demanded, or null where there are more. */
  byte @Nullable [] single();

  /** Both conditions at once, or the sharper of the two. */
  Condition and(Condition other);

  /** The field has one of these encoded values. */
  record OneOf(List<byte[]> values) implements Condition {
    private static final byte[] NULL = KeyCodec.encode(null);

    static OneOf of(Stream<byte[]> values) {
      return new OneOf(
          values.sorted(Arrays::compareUnsigned).map(Key::new).distinct().map(Key::bytes).toList());
    }

    @Override
    public List<KeyRange> ranges(boolean arrays) {
      return values.stream().map(KeyRange::startingWith).toList();
    }

    @Override
    public boolean acceptsMissing() {
      return values.stream().anyMatch(value -> Arrays.equals(value, NULL));
    }

    @Override
    public byte @Nullable [] single() {
      return values.size() == 1 ? values.getFirst() : null;
    }

    @Override
    public Condition and(Condition other) {
      return other instanceof OneOf few && few.values.size() < values.size() ? few : this;
    }
  }

  /** The field has a value of one type from an encoded value on, before another one. */
  record Between(byte[] from, byte[] to, byte[] typeFrom, byte[] typeTo) implements Condition {
    private static final Comparator<byte[]> ORDER = Arrays::compareUnsigned;

    @Override
    public List<KeyRange> ranges(boolean arrays) {
      if (arrays) {
        boolean lowerEnd = !Arrays.equals(from, typeFrom);
        return List.of(lowerEnd ? new KeyRange(from, typeTo) : new KeyRange(typeFrom, to));
      }
      return ORDER.compare(from, to) < 0 ? List.of(new KeyRange(from, to)) : List.of();
    }

    @Override
    public boolean acceptsMissing() {
      return false;
    }

    @Override
    public byte @Nullable [] single() {
      return null;
    }

    @Override
    public Condition and(Condition other) {
      if (other instanceof Between that && Arrays.equals(typeFrom, that.typeFrom)) {
        return new Between(
            ORDER.compare(from, that.from) >= 0 ? from : that.from,
            ORDER.compare(to, that.to) <= 0 ? to : that.to,
            typeFrom,
            typeTo);
      }
      return other instanceof OneOf ? other : this;
    }
  }
}
