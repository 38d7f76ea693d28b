package vn.sen.reporting.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the trail; null where anything fits.
 *
 * @param actor who did it
 * @param about a person or another record, by id
 * @param from the first instant
 * @param until the first instant that is too late
 */
public record Question(
    @Nullable String actor,
    @Nullable UUID about,
    @Nullable Kind kind,
    @Nullable Instant from,
    @Nullable Instant until) {

  boolean fits(Entry entry) {
    return (actor == null || entry.isBy(actor))
        && (about == null || entry.about().contains(about))
        && (kind == null || entry.kind() == kind)
        && (from == null || !entry.at().isBefore(from))
        && (until == null || entry.at().isBefore(until));
  }
}
