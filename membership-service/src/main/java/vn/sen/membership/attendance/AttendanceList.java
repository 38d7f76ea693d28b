package vn.sen.membership.attendance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.membership.AttendanceEvent.AttendanceRead;
import vn.sen.events.membership.AttendanceEvent.AttendanceTold;

/**
 * A list of who was at a session, without names: whom each row means, or why it means nobody.
 *
 * @param unitId the unit for which the sender acts
 * @param session from 1
 * @param toldOn null while the training service was not told
 */
record AttendanceList(
    UUID classId, UUID unitId, int session, List<Line> lines, @Nullable LocalDate toldOn) {

  /** A class has not more participants. */
  static final int MAX_ROWS = 2_000;

  /** Why a row means nobody. */
  enum Problem {
    /** There is neither a name nor an identity number. */
    EMPTY,
    /** A cell computes its value, or is part of a merged area. */
    NOT_ENTERED,
    /** The identity number or the year of birth cannot be one. */
    UNREADABLE,
    /** Nobody of those whom the sender may see. */
    UNKNOWN,
    /** More than one: the identity number or the year of birth is needed. */
    AMBIGUOUS,
    /** A row before means the same member. */
    TWICE
  }

  /**
   * One row.
   *
   * @param row as the user's program counts; the heading is 1
   * @param memberId whom it means; null where a problem says why nobody
   */
  record Line(long row, @Nullable UUID memberId, @Nullable Problem problem) {

    static Line of(long row, Problem problem) {
      return new Line(row, null, problem);
    }
  }

  AttendanceList {
    lines = List.copyOf(lines);
  }

  static Decision<AttendanceList> read(
      UUID classId, UUID unitId, int session, List<Line> lines, LocalDate today) {
    var list = new AttendanceList(classId, unitId, session, onceEach(lines), null);
    var matched = list.members().size();
    return Decision.of(
        list,
        new AttendanceRead(classId, unitId, session, matched, list.lines.size() - matched, today));
  }

  private static List<Line> onceEach(List<Line> lines) {
    var seen = new HashSet<UUID>();
    var all = new ArrayList<Line>();
    for (var line : lines) {
      var member = line.memberId();
      all.add(member != null && !seen.add(member) ? Line.of(line.row(), Problem.TWICE) : line);
    }
    return all;
  }

  List<UUID> members() {
    return lines.stream().map(Line::memberId).filter(id -> id != null).toList();
  }

  /** The rows that mean nobody, and why. */
  List<Line> refused() {
    return lines.stream().filter(line -> line.problem() != null).toList();
  }

  /**
   * The training service is told who was there.
   *
   * @param skipRefused whether rows that mean nobody are left out; else they hold up the list. A
   *     row that names somebody twice holds up nothing
   */
  Decision<AttendanceList> tell(boolean skipRefused, LocalDate today) {
    if (toldOn != null) {
      throw new AttendanceRules.ListWasTold();
    }
    long wrong = refused().stream().filter(line -> line.problem() != Problem.TWICE).count();
    if (wrong > 0 && !skipRefused) {
      throw new AttendanceRules.ListHasRefusedRows(wrong);
    }
    if (members().isEmpty()) {
      throw new AttendanceRules.NobodyOnList();
    }
    return Decision.of(
        new AttendanceList(classId, unitId, session, lines, today),
        new AttendanceTold(classId, unitId, session, members(), today));
  }
}
