package vn.sen.lending.statement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement as the job works on it.
 *
 * @param byProvince whether the province uploads it, because the bank cannot send it
 * @param attempt which of several attempts to send the file brought its lines; null before the
 *     first one
 * @param lines in the file, without heading and empty ones
 * @param chunks the lines are kept in so many parts until they are compared
 * @param doneChunks parts that are compared
 * @param counts of what is compared
 * @param result null until all is compared
 * @param failure the name of the rule that stopped the job, or null
 * @param task what the job has to do
 * @param actor who announced it
 */
record StatementFile(
    UUID id,
    UUID bankId,
    boolean byProvince,
    Announcement announcement,
    StatementState state,
    @Nullable UUID attempt,
    long lines,
    int chunks,
    int doneChunks,
    Counts counts,
    @Nullable Reconciliation result,
    @Nullable String failure,
    Task task,
    Instant announcedAt,
    String actor) {

  /** Something to do in the background. */
  enum Task {
    NOTHING,
    COMPARE,
    /** Restate loans whose differences were accepted. */
    RESTATE
  }
}
