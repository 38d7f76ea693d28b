package vn.sen.reporting.membership;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberType;

/** What the membership view counts by. */
public sealed interface MembershipRow {

  /**
   * A step of the number of members of one leaf.
   *
   * @param unit the lowest org unit the members belong to
   * @param via the successors that splits assigned them to personally; usually empty
   * @param counterpart the other unit of a transfer, else null
   * @param date the business date from which the step holds
   * @param known the day on which the broker took the event in the province's time zone
   */
  record Step(
      UUID unit,
      List<UUID> via,
      MemberType type,
      Flow flow,
      @Nullable UUID counterpart,
      LocalDate date,
      LocalDate known)
      implements MembershipRow {}

  /** Members that an import has registered. */
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
              s.via().stream().map(UUID::toString).collect(Collectors.joining(",")),
              s.type().name(),
              s.flow().name(),
              s.counterpart() == null ? "" : s.counterpart().toString(),
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
    if (parts.length == 8 && parts[0].equals("step")) {
      return new Step(
          UUID.fromString(parts[1]),
          via(parts[2]),
          MemberType.valueOf(parts[3]),
          Flow.valueOf(parts[4]),
          parts[5].isEmpty() ? null : UUID.fromString(parts[5]),
          LocalDate.parse(parts[6]),
          LocalDate.parse(parts[7]));
    }
    throw new IllegalArgumentException("Not a row of the membership view: " + text);
  }

  private static List<UUID> via(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",")).map(UUID::fromString).toList();
  }
}
