package vn.sen.reporting.reading.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.reporting.reading.ProvinceTime;

/** Reports of one kind as they are now, and as they were known at the end of any day. */
public final class Editions<R> {

  private final R present;
  private final Function<LocalDate, Past<R>> past;
  private final List<Freshness> sources;
  private final Clock clock;

  /**
   * Reports of a day that is over.
   *
   * @param complete whether all that was recorded by then could be counted
   */
  public record Past<R>(R reports, boolean complete) {}

  /**
   * @param past gives the reports as known at the end of a day before today
   * @param sources the views that the present reports are made of
   * @param clock of the province
   */
  public Editions(
      R present, Function<LocalDate, Past<R>> past, List<Freshness> sources, Clock clock) {
    this.present = present;
    this.past = past;
    this.sources = List.copyOf(sources);
    this.clock = clock;
  }

  /**
   * The reports of the day that is asked for. Those of now wait for what the reader has written;
   * what is over does not change any more.
   *
   * @param knownAt null for now, as are today and later days
   * @param consistency the header with what the reader has written, or null
   * @throws DateOutOfRange if nobody can mean the day
   * @throws ViewLoading if there are no figures yet
   */
  public Edition<R> open(@Nullable LocalDate knownAt, @Nullable String consistency)
      throws InterruptedException {
    var today = LocalDate.now(clock);
    if (knownAt != null && Dates.check("knownAt", knownAt).isBefore(today)) {
      var then = past.apply(knownAt);
      var end = knownAt.plusDays(1).atStartOfDay(ProvinceTime.ZONE).toInstant();
      return new Edition<>(then.reports(), knownAt, new State(end, 0, then.complete()), false);
    }
    boolean stale = false;
    for (var source : sources) {
      stale |= !source.await(consistency);
    }
    return new Edition<>(present, knownAt == null ? null : today, Freshness.oldest(sources), stale);
  }
}
