package vn.sen.events.training;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an activity recommends, without its text.
 *
 * @param number from 1, for ever the same within the activity
 * @param ownerUnitId the unit that is to do it
 * @param dueOn by when
 * @param doneOn when it was done; null while it is not
 */
public record Recommendation(
    int number, UUID ownerUnitId, LocalDate dueOn, @Nullable LocalDate doneOn) {}
