package vn.sen.membership.orgunit;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.membership.naming.Names;

/** The rules that every new unit keeps, whether it is set up alone or by a redrawing. */
public final class UnitRules {

  public static final int MAX_CODE = 40;
  public static final int MAX_NAME = 120;

  private static final Map<UnitLevel, Set<UnitKind>> KINDS =
      Map.of(
          UnitLevel.PROVINCE, Set.of(UnitKind.PROVINCE, UnitKind.CITY, UnitKind.OTHER),
          UnitLevel.DISTRICT,
              Set.of(UnitKind.CITY, UnitKind.TOWN, UnitKind.DISTRICT, UnitKind.OTHER),
          UnitLevel.COMMUNE,
              Set.of(UnitKind.WARD, UnitKind.COMMUNE, UnitKind.TOWNSHIP, UnitKind.OTHER),
          UnitLevel.BRANCH, Set.of(UnitKind.BRANCH, UnitKind.OTHER),
          UnitLevel.TEAM, Set.of(UnitKind.TEAM, UnitKind.OTHER));

  private UnitRules() {}

  /**
   * The code as it is kept.
   *
   * @param pointer of the field
   * @throws CodeUnusable if it is empty, too long or cannot be printed
   */
  public static String code(String raw, String pointer) {
    var code = Names.clean(raw);
    if (code.isEmpty() || code.length() > MAX_CODE || !Names.isPrintable(code)) {
      throw new CodeUnusable(pointer, MAX_CODE);
    }
    return code;
  }

  /**
   * The name as it is kept.
   *
   * @param pointer of the field
   * @throws UnitNameUnusable if it is empty, too long or cannot be printed
   */
  public static String name(String raw, String pointer) {
    var name = Names.clean(raw);
    if (name.isEmpty() || name.length() > MAX_NAME || !Names.isPrintable(name)) {
      throw new UnitNameUnusable(pointer, MAX_NAME);
    }
    return name;
  }

  /**
   * Holds that the kind is one of the level's.
   *
   * @throws KindDoesNotFitLevel otherwise
   */
  public static void kindFits(UnitKind kind, UnitLevel level, String pointer) {
    if (!KINDS.getOrDefault(level, Set.of()).contains(kind)) {
      throw new KindDoesNotFitLevel(pointer, kind, level);
    }
  }

  /**
   * Holds that a unit of the level may stand below such a parent: branches of the territory below
   * communes, teams below branches, everything below something higher, and only provinces below
   * nothing.
   *
   * @param parent the parent's level, null for none
   * @param territorialParent whether the parent has a territory; others order their units below as
   *     they like
   * @throws ParentOfWrongLevel otherwise
   */
  public static void standsBelow(
      UnitLevel level, @Nullable UnitLevel parent, boolean territorialParent, String pointer) {
    boolean fits;
    if (parent == null) {
      fits = level == UnitLevel.PROVINCE;
    } else if (territorialParent || level == UnitLevel.TEAM) {
      fits =
          switch (level) {
            case PROVINCE -> false;
            case DISTRICT -> parent == UnitLevel.PROVINCE;
            case COMMUNE -> parent == UnitLevel.DISTRICT || parent == UnitLevel.PROVINCE;
            case BRANCH -> parent == UnitLevel.COMMUNE;
            case TEAM -> parent == UnitLevel.BRANCH;
          };
    } else {
      fits = parent.compareTo(level) < 0;
    }
    if (!fits) {
      throw new ParentOfWrongLevel(pointer, level);
    }
  }

  public static final class CodeUnusable extends RuleViolation {
    CodeUnusable(String pointer, int max) {
      super(pointer, max);
    }
  }

  public static final class UnitNameUnusable extends RuleViolation {
    UnitNameUnusable(String pointer, int max) {
      super(pointer, max);
    }
  }

  public static final class KindDoesNotFitLevel extends RuleViolation {
    KindDoesNotFitLevel(String pointer, UnitKind kind, UnitLevel level) {
      super(pointer, kind, level);
    }
  }

  public static final class ParentOfWrongLevel extends RuleViolation {
    ParentOfWrongLevel(String pointer, UnitLevel level) {
      super(pointer, level);
    }
  }

  /** The unit named does not exist on the day. */
  public static final class UnitNotInForce extends RuleViolation {
    public UnitNotInForce(String pointer, Object day) {
      super(pointer, day);
    }
  }

  /** Another unit bears the code on that day. */
  public static final class CodeInUse extends RuleViolation {
    public CodeInUse(String pointer, String code, Object day) {
      super(pointer, code, day);
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class OutsideTheUnitsLife extends RuleViolation {
    OutsideTheUnitsLife(String pointer) {
      super(pointer);
    }
  }

  static final class UnitAlreadyClosed extends RuleViolation {
    UnitAlreadyClosed() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class UnitsStillBelow extends RuleViolation {
    UnitsStillBelow(int count) {
      super("", count);
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class WomenStatedForTheFuture extends RuleViolation {
    WomenStatedForTheFuture() {
      super("/asOf");
    }
  }

  static final class SourceUnusable extends RuleViolation {
    SourceUnusable(int max) {
      super("/source", max);
    }
  }

  static final class TraitEndsBeforeItBegins extends RuleViolation {
    TraitEndsBeforeItBegins() {
      super("/until");
    }
  }

  static final class TraitNotStated extends RuleViolation {
    TraitNotStated() {
      super("");
    }

    @Override
    public int status() {
      return 404;
    }
  }

  /** The unit was not below a unit of which the successor got a part. */
  public static final class NotConcernedByTheSplit extends RuleViolation {
    public NotConcernedByTheSplit() {
      super("/successorId");
    }
  }
}
