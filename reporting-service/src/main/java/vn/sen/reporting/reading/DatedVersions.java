package vn.sen.reporting.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells whether anything that holds on a date has changed: figures of a date stand still while
 * facts of later dates come in. Immutable.
 *
 * <p>A change of a date changes all dates from it on. So of two changes the older one matters only
 * where it has the earlier date, and few are kept.
 */
public final class DatedVersions {

  /** Nothing has changed yet. */
  public static final DatedVersions NONE = new DatedVersions(List.of());

  private record Change(LocalDate from, long version) {}

  /** Counts for the whole process: figures folded afresh must not look like those before them. */
  private static final AtomicLong LAST = new AtomicLong();

  private final List<Change> changes;

  private DatedVersions(List<Change> changes) {
    this.changes = changes;
  }

  /** After a change of all figures from a date on. */
  public DatedVersions changed(LocalDate from) {
    var kept = new ArrayList<Change>();
    for (var change : changes) {
      if (change.from().isBefore(from)) {
        kept.add(change);
      }
    }
    kept.add(new Change(from, LAST.incrementAndGet()));
    return new DatedVersions(List.copyOf(kept));
  }

  /** The same number as long as nothing of the date or before it has changed. */
  public long upTo(LocalDate date) {
    long version = 0;
    for (var change : changes) {
      if (!change.from().isAfter(date)) {
        version = change.version();
      }
    }
    return version;
  }
}
