package vn.sen.events.training;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one participant brought it to.
 *
 * @param personId the participant
 * @param passed whether she passed
 * @param grade how well; null where no grades are given, and for who did not pass
 */
public record ClassResult(UUID personId, boolean passed, @Nullable Grade grade) {}
