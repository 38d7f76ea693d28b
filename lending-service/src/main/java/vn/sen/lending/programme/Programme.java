package vn.sen.lending.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.lending.ProgrammeEvent.ProgrammeRegistered;
import vn.sen.events.lending.ProgrammeEvent.ProgrammeRenamed;

/**
 * A loan programme. It keeps its code; its names are effective-dated.
 *
 * @param names by day, the oldest first, never empty
 */
record Programme(String code, List<Name> names) {

  /** A name and the first day on which the programme bears it. */
  record Name(String name, LocalDate from) {}

  Programme {
    names = List.copyOf(names);
  }

  static Decision<Programme> register(String code, String name, LocalDate from) {
    return Decision.of(
        new Programme(code, List.of(new Name(name, from))),
        new ProgrammeRegistered(code, name, from));
  }

  /** It bears another name from a day on; for a day already named, the name is corrected. */
  Decision<Programme> rename(String name, LocalDate from) {
    if (from.isBefore(since())) {
      throw new NameBeforeProgramme(since());
    }
    if (nameOn(from).filter(name::equals).isPresent()) {
      return Decision.nothing(this);
    }
    var next = new ArrayList<>(names);
    next.removeIf(known -> known.from().equals(from));
    next.add(new Name(name, from));
    next.sort(Comparator.comparing(Name::from));
    return Decision.of(new Programme(code, next), new ProgrammeRenamed(name, from));
  }

  /** The first day on which its loans are followed. */
  LocalDate since() {
    return names.getFirst().from();
  }

  /** The name on a day; empty before the programme's first day. */
  Optional<String> nameOn(LocalDate day) {
    return names.reversed().stream()
        .filter(name -> !name.from().isAfter(day))
        .findFirst()
        .map(Name::name);
  }
}
