package vn.sen.membership.title;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.ProfessionalLevel;
import vn.sen.events.membership.TheoryLevel;
import vn.sen.events.membership.UnitLevel;

/**
 * What a title demands of who holds it at a unit of the level (tiêu chuẩn chức danh), until the
 * next standard for the level.
 *
 * @param theory the lowest level of political theory that is enough; null where none is demanded
 * @param professional the lowest professional level that is enough; null where none is demanded
 * @param competencies codes of what she must have been trained for, each once, in order
 * @param source where it is written
 * @param from the first day
 */
public record Standard(
    UnitLevel level,
    @Nullable TheoryLevel theory,
    @Nullable ProfessionalLevel professional,
    List<String> competencies,
    String source,
    LocalDate from) {

  public Standard {
    competencies = competencies.stream().distinct().sorted().toList();
  }

  boolean answersTheSame(Standard other) {
    return level == other.level && from.equals(other.from);
  }
}
