package vn.sen.lending.programme;

import java.time.LocalDate;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.lending.ProgrammeEvent.ProgrammeRegistered;
import vn.sen.events.lending.ProgrammeEvent.ProgrammeRenamed;
import vn.sen.lending.naming.DatedNames;
import vn.sen.lending.naming.Named;

/** A loan programme. It keeps its code; its names are effective-dated. */
record Programme(String code, DatedNames names) implements Named {

  static Decision<Programme> register(String code, String name, LocalDate from) {
    return Decision.of(
        new Programme(code, DatedNames.begun(name, from)),
        new ProgrammeRegistered(code, name, from));
  }

  /** It bears another name from a day on; for a day already named, the name is corrected. */
  Decision<Programme> rename(String name, LocalDate from) {
    return names.isNews(name, from)
        ? Decision.of(new Programme(code, names.with(name, from)), new ProgrammeRenamed(name, from))
        : Decision.nothing(this);
  }
}
