package vn.sen.events.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/** What happens to one figure that is stated elsewhere. */
public sealed interface PublishedFigureEvent extends DomainEvent {

  /**
   * A figure was entered as a source states it.
   *
   * @param source where it stands
   * @param unitId whose figure it is
   * @param indicator its id in the dictionary of indicators
   * @param of what it is limited to
   * @param value in units of its last decimal
   * @param decimals that the source writes
   * @param power of ten by which the source's unit is larger than the indicator's
   * @param asOf the day it is compared of
   * @param assumed whether the source does not state that day
   */
  @EventName("reporting.published-figure.registered.v1")
  record PublishedFigureRegistered(
      String source,
      UUID unitId,
      String indicator,
      List<FigureLimit> of,
      long value,
      int decimals,
      int power,
      LocalDate asOf,
      boolean assumed)
      implements PublishedFigureEvent {

    public PublishedFigureRegistered {
      of = of == null ? List.of() : List.copyOf(of); // an empty list is not written
    }

    @Override
    public LocalDate effectiveDate() {
      return asOf;
    }
  }

  /**
   * An officer has said why it differs from the counted one, or that she takes this back.
   *
   * @param finding null where nothing is said any more
   * @param on the day on which she said it
   */
  @EventName("reporting.published-figure.explained.v1")
  record PublishedFigureExplained(@Nullable FigureFinding finding, LocalDate on)
      implements PublishedFigureEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * It was entered by mistake, or its source has taken it back.
   *
   * @param on the day on which it was withdrawn
   */
  @EventName("reporting.published-figure.withdrawn.v1")
  record PublishedFigureWithdrawn(LocalDate on) implements PublishedFigureEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}
