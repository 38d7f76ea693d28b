package vn.sen.reporting.voice;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.VoiceKind;

/**
 * Which part of a report a figure stands in; the total where all are null.
 *
 * @param row see {@link vn.sen.reporting.reading.RowChoice#of}; a row is not divided further
 * @param subject the code of a subject area
 * @param raisedAt the id of the very unit, or {@link #NOWHERE}
 * @param owner the id of the very unit, or {@link #NOWHERE}
 */
public record VoiceSection(
    @Nullable String row,
    @Nullable VoiceKind kind,
    @Nullable String subject,
    @Nullable String raisedAt,
    @Nullable String owner) {

  /** Where the map leaves open which unit it is. */
  public static final String NOWHERE = "none";

  /** What the report must be divided by to show the figure. */
  Set<Dimension> dimensions() {
    var dimensions = EnumSet.noneOf(Dimension.class);
    if (kind != null) {
      dimensions.add(Dimension.KIND);
    }
    if (subject != null) {
      dimensions.add(Dimension.SUBJECT);
    }
    if (raisedAt != null) {
      dimensions.add(Dimension.RAISED_AT);
    }
    if (owner != null) {
      dimensions.add(Dimension.OWNER);
    }
    return dimensions;
  }

  /** What it is limited to, by the names in the report's JSON. */
  public Map<String, String> limits() {
    var limits = new LinkedHashMap<String, String>();
    if (kind != null) {
      limits.put("kind", kind.name());
    }
    if (subject != null) {
      limits.put("subject", subject);
    }
    if (raisedAt != null) {
      limits.put("raisedAt", raisedAt);
    }
    if (owner != null) {
      limits.put("owner", owner);
    }
    return limits;
  }
}
