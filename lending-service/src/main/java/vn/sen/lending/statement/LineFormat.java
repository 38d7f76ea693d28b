package vn.sen.lending.statement;

import java.util.EnumMap;
import java.util.Map;

/** Takes one line of a file apart. */
interface LineFormat {

  /** The values of a line, those that are there; none for a heading. */
  record Values(Map<Field, String> texts, boolean heading) {
    public Values {
      texts = texts.isEmpty() ? Map.of() : new EnumMap<>(texts);
    }

    static Values headingOnly() {
      return new Values(Map.of(), true);
    }
  }

  /**
   * Takes a line apart.
   *
   * @param number of the line in the file, from 1
   * @throws LineUnreadable if it has no place in such a file
   * @throws vn.sen.chassis.domain.RuleViolation if the whole file cannot be taken
   */
  Values values(long number, String line) throws LineUnreadable;

  /** The line cannot be taken; those behind it can. */
  final class LineUnreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final String field;
    private final String rule;

    /**
     * @param field at fault, or ""
     * @param rule its name, as for texts of problems
     */
    LineUnreadable(String field, String rule) {
      super(rule, null, false, false);
      this.field = field;
      this.rule = rule;
    }

    String field() {
      return field;
    }

    String rule() {
      return rule;
    }
  }
}
