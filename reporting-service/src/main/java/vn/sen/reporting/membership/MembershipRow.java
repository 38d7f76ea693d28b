package vn.sen.reporting.membership;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberType;
import vn.sen.reporting.reading.Leaf;

/** What the membership view counts by. */
public sealed interface MembershipRow {

  /**
   * A step of the number of members of one leaf.
   *
   * @param unit the lowest org unit the members belong to
   * @param via the successors that splits assigned them to personally; usually empty
   * @param counterpart where a transfer came from or went to, else null
   * @param coming whether the members came or went
   * @param date the business date from which the step holds
   * @param known the day on which the broker took the event in the province's time zone
   */
  record Step(
      UUID unit,
      List<UUID> via,
      MemberType type,
      Flow flow,
      @Nullable Leaf counterpart,
      boolean coming,
      LocalDate date,
      LocalDate known)
      implements MembershipRow {}

  /** Members that an import has registered, or that the withdrawal of one has taken back. */
  record Imported(UUID importId) implements MembershipRow {}

  /** The row as text, for ever the same. */
  default String text() {
    return switch (this) {
      case Imported i -> "import|" + i.importId();
      case Step s ->
          String.join(
              "|",
              "step",
              s.unit().toString(),
              text(s.via()),
              s.type().name(),
              s.flow().name(),
              s.counterpart() == null ? "" : s.counterpart().unit().toString(),
              s.counterpart() == null ? "" : text(s.counterpart().via()),
              s.coming() ? "in" : "out",
              s.date().toString(),
              s.known().toString());
    };
  }

  /**
   * The row behind {@link #text()}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static MembershipRow parse(String text) {
    var parts = text.split("\\|", -1);
    if (parts.length == 2 && parts[0].equals("import")) {
      return new Imported(UUID.fromString(parts[1]));
    }
    if (parts.length == 10 && parts[0].equals("step")) {
      return new Step(
          UUID.fromString(parts[1]),
          via(parts[2]),
          MemberType.valueOf(parts[3]),
          Flow.valueOf(parts[4]),
          parts[5].isEmpty() ? null : new Leaf(UUID.fromString(parts[5]), via(parts[6])),
          parts[7].equals("in"),
          LocalDate.parse(parts[8]),
          LocalDate.parse(parts[9]));
    }
    throw new IllegalArgumentException("Not a row of the membership view: " + text);
  }

  private static String text(List<UUID> via) {
    return via.stream().map(UUID::toString).collect(Collectors.joining(","));
  }

  private static List<UUID> via(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",")).map(UUID::fromString).toList();
  }
}
