package vn.sen.lending.statement;

import java.util.List;

/**
 * Why a line is not taken.
 *
 * @param line in the file, as an editor counts, from 1
 * @param field at fault, or "" where it is the line as a whole
 * @param rule the name of the rule it breaks, for its text
 * @param arguments of the text; never personal data
 */
record LineRefusal(long line, String field, String rule, List<String> arguments) {

  LineRefusal {
    arguments = List.copyOf(arguments);
  }

  LineRefusal(long line, String field, String rule) {
    this(line, field, rule, List.of());
  }
}
