package vn.sen.membership.orgunit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;

/**
 * What a unit was set up as.
 *
 * @param code the official code, or the Union's own below the commune
 * @param parentId null for a province
 * @param validFrom the first day
 * @param territorial false for units of a police force, a company and the like
 */
public record Founding(
    String code,
    String name,
    UnitLevel level,
    UnitKind kind,
    @Nullable UUID parentId,
    LocalDate validFrom,
    boolean territorial) {

  /** The natural key: a code identifies a unit only together with its first day. */
  public String key() {
    return key(code, validFrom);
  }

  /** The natural key of a unit. */
  public static String key(String code, LocalDate validFrom) {
    return keyPrefix(code) + validFrom;
  }

  /** What the natural keys of all units that ever bear the code begin with. */
  static String keyPrefix(String code) {
    return "code:" + code + "@";
  }

  /** The key that keeps a unit from being ended twice, by itself or by a redrawing. */
  public static String endKey(UUID unit) {
    return "closes:" + unit;
  }
}
