package vn.sen.reporting.indicator;

import java.util.List;

/**
 * A report whose figures are in the dictionary.
 *
 * @param id {@code lending-duties} for what is at {@code /api/reporting/lending/duties}
 * @param addresses where it is asked for
 */
public record DictionaryPart(String id, Text name, List<String> addresses) {

  public DictionaryPart {
    addresses = List.copyOf(addresses);
  }
}
