package vn.sen.reporting.membership;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.reading.Unit;

/**
 * What a figure of members, or of women, is made of.
 *
 * @param recordedAt the unit at which it was recorded, as it was called nearest to the map's day;
 *     null while the unit itself is not known yet
 * @param via the units to which splits assigned the members personally
 * @param countsFor the units that certainly hold them on the map's day, lowest first; empty where
 *     none does
 * @param statement of the number of women; null for members
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MembershipPart(
    @Nullable Unit recordedAt,
    List<Unit> via,
    List<Unit> countsFor,
    @Nullable WomenStatement statement) {

  /** When and by whom a number of women was stated. */
  public record WomenStatement(LocalDate asOf, String source) {}
}
