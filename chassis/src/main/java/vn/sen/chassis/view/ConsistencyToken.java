package vn.sen.chassis.view;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a reader has written and wants to see: the answer to a command carries it. */
public sealed interface ConsistencyToken {

  /** The header, in answers to commands and in requests for reports. */
  String HEADER = "Sen-Consistency";

  /** How a token is written. */
  Pattern TOKEN =
      Pattern.compile(
          "(?<of>[a-z.-]{1,60}):(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@(?<number>\\d{1,18})");

  /**
   * An aggregate's version; {@code membership.member:<id>@<version>}.
   *
   * @param aggregates says what it is one of, as {@link vn.sen.events.Topic#aggregates()} does
   */
  record AggregateVersion(String aggregates, UUID id, long version) implements ConsistencyToken {}

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
    var token = TOKEN.matcher(text);
    if (!token.matches()) {
      throw new IllegalArgumentException(text);
    }
    var of = token.group("of");
    var id = UUID.fromString(token.group("id"));
    long number = Long.parseLong(token.group("number"));
    return of.equals("import")
        ? new ImportedRows(id, number)
        : new AggregateVersion(of, id, number);
  }
}
