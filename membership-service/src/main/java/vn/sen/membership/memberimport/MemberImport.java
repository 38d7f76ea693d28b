package vn.sen.membership.memberimport;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.access.Scope;

/**
 * An import of members.
 *
 * @param attempt which of several attempts to send the file brought its rows
 * @param name what the officer called it
 * @param rows rows in the file, without the heading
 * @param chunks the file's rows are kept in so many parts until the import is done
 * @param doneChunks parts that the present run (dry or real) has finished
 * @param checked rows that the dry run has looked at
 * @param invalid rows that cannot be imported
 * @param imported rows whose members are written
 * @param refused rows that the dry run found valid and the real run did not
 * @param failure the name of the rule that stopped it, or null
 * @param createdBy who sent the file
 * @param reach the units whose members it may bring: those of who sent it
 */
record MemberImport(
    UUID id,
    UUID attempt,
    String name,
    ImportState state,
    long rows,
    int chunks,
    int doneChunks,
    long checked,
    long invalid,
    long imported,
    long refused,
    @Nullable String failure,
    Instant createdAt,
    String createdBy,
    Scope.Reach reach) {

  long valid() {
    return checked - invalid;
  }

  /** With this token a reader of reports sees all that was imported; null before the end. */
  @Nullable String consistencyToken() {
    return state == ImportState.DONE ? "import:" + id + "@" + imported : null;
  }
}
