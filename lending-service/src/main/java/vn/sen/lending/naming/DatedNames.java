package vn.sen.lending.naming;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Names by the day from which they are borne, so that a report of the past names everything as it
 * was called then.
 *
 * @param all the oldest first, never empty
 */
public record DatedNames(@JsonValue List<Name> all) {

  /** A name and the first day on which it is borne. */
  public record Name(String name, LocalDate from) {}

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DatedNames {
    all = List.copyOf(all);
  }

  public static DatedNames begun(String name, LocalDate from) {
    return new DatedNames(List.of(new Name(name, from)));
  }

  /** The first day. */
  public LocalDate since() {
    return all.getFirst().from();
  }

  /** The name on a day; empty before the first day. */
  public Optional<String> on(LocalDate day) {
    return all.reversed().stream()
        .filter(name -> !name.from().isAfter(day))
        .findFirst()
        .map(Name::name);
  }

  /**
   * Whether a name from a day on would change anything.
   *
   * @throws NameBeforeTheFirst if it would begin before the first one
   */
  public boolean isNews(String name, LocalDate from) {
    if (from.isBefore(since())) {
      throw new NameBeforeTheFirst(since());
    }
    return on(from).filter(name::equals).isEmpty();
  }

  /** With another name from a day on; for a day already named, the name is corrected. */
  public DatedNames with(String name, LocalDate from) {
    var next = new ArrayList<>(all);
    next.removeIf(known -> known.from().equals(from));
    next.add(new Name(name, from));
    next.sort(Comparator.comparing(Name::from));
    return new DatedNames(next);
  }
}
