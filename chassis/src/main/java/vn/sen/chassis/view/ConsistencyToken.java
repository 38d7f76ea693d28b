package vn.sen.chassis.view;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a reader has written and wants to see: the answer to a command carries it. */
public sealed interface ConsistencyToken {

  /** The header, in answers to commands and in requests for reports. */
  String HEADER = "Sen-Consistency";

  /** An aggregate's version; {@code <aggregate>@<version>}. */
  record AggregateVersion(UUID aggregate, long version) implements ConsistencyToken {}

  /** All rows of an import; {@code import:<id>@<rows>}. */
  record ImportedRows(UUID importId, long rows) implements ConsistencyToken {}

  /**
   * Reads a header with tokens separated by commas.
   *
   * @throws IllegalArgumentException naming the token that is none
   */
  static List<ConsistencyToken> parseAll(String header) {
    List<ConsistencyToken> tokens = new ArrayList<>();
    for (var text : header.split(",", -1)) {
      if (!text.isBlank()) {
        tokens.add(parse(text.strip()));
      }
    }
    return List.copyOf(tokens);
  }

  private static ConsistencyToken parse(String text) {
    var prefix = "import:";
    boolean isImport = text.startsWith(prefix);
    var body = isImport ? text.substring(prefix.length()) : text;
    int at = body.indexOf('@');
    try {
      if (at < 0) {
        throw new IllegalArgumentException("no @");
      }
      var id = UUID.fromString(body.substring(0, at));
      long number = Long.parseLong(body.substring(at + 1));
      if (number < 0) {
        throw new IllegalArgumentException("negative");
      }
      return isImport ? new ImportedRows(id, number) : new AggregateVersion(id, number);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
