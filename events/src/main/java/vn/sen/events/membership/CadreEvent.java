package vn.sen.events.membership;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/** What a member who holds posts, or may come to hold one, is qualified for. */
public sealed interface CadreEvent extends DomainEvent {

  /** The member. */
  UUID personId();

  /**
   * Her level of political theory from a day on; said again for the day, it replaces what was said.
   *
   * @param level null where she has none, after all
   */
  @EventName("membership.cadre.theory-stated.v1")
  record TheoryStated(UUID personId, @Nullable TheoryLevel level, LocalDate from)
      implements CadreEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * Her professional level from a day on; said again for the day, it replaces what was said.
   *
   * @param level null where she has none, after all
   */
  @EventName("membership.cadre.profession-stated.v1")
  record ProfessionStated(UUID personId, @Nullable ProfessionalLevel level, LocalDate from)
      implements CadreEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /** Her data was erased at her request, and her qualifications with it. */
  @EventName("membership.cadre.forgotten.v1")
  record CadreForgotten(UUID personId, LocalDate on) implements CadreEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}
