package vn.sen.events.membership;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/** What happens to one title that people can hold: chair, vice chair, branch head. */
public sealed interface TitleEvent extends DomainEvent {

  /**
   * The title exists from a day on.
   *
   * @param code short and unique for ever, also after the title was retired
   * @param name as it is called in Vietnamese
   * @param seats at which levels it exists and how many hold it there; never empty
   */
  @EventName("membership.title.introduced.v1")
  record TitleIntroduced(String code, String name, List<TitleSeats> seats, LocalDate from)
      implements TitleEvent {
    public TitleIntroduced {
      seats = seats == null ? List.of() : List.copyOf(seats);
    }

    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /** The title bears this name from a day on; said again for the day, it replaces it. */
  @EventName("membership.title.renamed.v1")
  record TitleRenamed(String name, LocalDate from) implements TitleEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * So many hold the title at every unit of the level from a day on; said again for the level and
   * day, it replaces what was said. Who holds it stays.
   *
   * @param seats at each unit; 0 takes the title from the level
   */
  @EventName("membership.title.seats-set.v1")
  record TitleSeatsSet(UnitLevel level, int seats, LocalDate from) implements TitleEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * The title demands this of who holds it at a unit of the level, from a day on until the next
   * standard for the level; said again for the level and day, it replaces what was said.
   *
   * @param theory the lowest level of political theory that is enough; null where none is demanded
   * @param professional the lowest professional level that is enough; null where none is demanded
   * @param competencies codes of what she must have been trained for, each once, in order; may be
   *     empty
   * @param source where the standard is written, for people to read
   */
  @EventName("membership.title.standard-set.v1")
  record TitleStandardSet(
      UnitLevel level,
      @Nullable TheoryLevel theory,
      @Nullable ProfessionalLevel professional,
      List<String> competencies,
      String source,
      LocalDate from)
      implements TitleEvent {
    public TitleStandardSet {
      // absent on the wire when empty
      competencies = competencies == null ? List.of() : List.copyOf(competencies);
    }

    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * Nobody is appointed to the title any more; who holds it does so until her term ends.
   *
   * @param on the first day without seats
   */
  @EventName("membership.title.retired.v1")
  record TitleRetired(LocalDate on) implements TitleEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}
