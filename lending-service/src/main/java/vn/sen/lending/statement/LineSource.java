package vn.sen.lending.statement;

import java.io.Closeable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands over a file's lines one after the other, taken apart and not yet understood. */
interface LineSource extends Closeable {

  /**
   * The next line that is neither empty nor the heading; null behind the last one.
   *
   * @throws vn.sen.chassis.domain.RuleViolation if the whole file cannot be taken
   */
  @Nullable Line next() throws IOException;

  /** A line; its number counts from 1. */
  sealed interface Line {
    long number();
  }

  /**
   * A line of fields.
   *
   * @param texts the values that are there
   * @param faults by field, the rule that is against what stands there
   */
  record Fields(long number, Map<Field, String> texts, Map<Field, String> faults) implements Line {
    public Fields {
      texts = texts.isEmpty() ? Map.of() : new EnumMap<>(texts);
      faults = faults.isEmpty() ? Map.of() : new EnumMap<>(faults);
    }

    /** Nothing of it may reach a log. */
    @Override
    public String toString() {
      return "Fields[" + number + "]";
    }
  }

  /**
   * A line that has no place in such a file.
   *
   * @param field at fault, or ""
   * @param rule its name, as for texts of problems
   */
  record Unreadable(long number, String field, String rule) implements Line {}
}
