package vn.sen.training.programme;

import java.util.EnumSet;
import java.util.Set;
import vn.sen.events.training.ResultRule;

/**
 * What the rule of an indicator has to say, and what it may say beside.
 *
 * @param needs without these it is not known what to count
 * @param may these narrow what is counted
 */
record RuleShape(Set<Part> needs, Set<Part> may) {

  /** What a rule can say beside its measure, under the names of the API. */
  enum Part {
    THEME("themeId") {
      @Override
      boolean isSaidBy(ResultRule rule) {
        return rule.themeId() != null;
      }
    },
    GROUP_TYPE("groupType") {
      @Override
      boolean isSaidBy(ResultRule rule) {
        return rule.groupType() != null;
      }
    },
    ACTIVITY_KIND("activityKind") {
      @Override
      boolean isSaidBy(ResultRule rule) {
        return rule.activityKind() != null;
      }
    },
    LOAN_PROGRAMME("loanProgramme") {
      @Override
      boolean isSaidBy(ResultRule rule) {
        return rule.loanProgramme() != null;
      }
    },
    COMPETENCY("competency") {
      @Override
      boolean isSaidBy(ResultRule rule) {
        return rule.competency() != null;
      }
    },
    TITLE("titleId") {
      @Override
      boolean isSaidBy(ResultRule rule) {
        return rule.titleId() != null;
      }
    },
    STATED("stated") {
      @Override
      boolean isSaidBy(ResultRule rule) {
        return rule.stated() != null;
      }
    },
    OWN_ONLY("ownOnly") {
      @Override
      boolean isSaidBy(ResultRule rule) {
        return rule.ownOnly();
      }
    };

    private final String field;

    Part(String field) {
      this.field = field;
    }

    abstract boolean isSaidBy(ResultRule rule);

    private String pointer() {
      return "/rule/" + field;
    }
  }

  /**
   * The rule itself, having made sure that it can be followed.
   *
   * @throws ProgrammeRules.ResultRuleIncomplete if it lacks something
   * @throws ProgrammeRules.ResultRuleOverfull if it says what means nothing for its measure
   */
  static ResultRule checked(ResultRule rule) {
    var shape = of(rule);
    for (var part : Part.values()) {
      boolean said = part.isSaidBy(rule);
      if (!said && shape.needs.contains(part)) {
        throw new ProgrammeRules.ResultRuleIncomplete(part.pointer());
      }
      if (said && !shape.needs.contains(part) && !shape.may.contains(part)) {
        throw new ProgrammeRules.ResultRuleOverfull(part.pointer());
      }
    }
    return rule;
  }

  private static RuleShape of(ResultRule rule) {
    return switch (rule.measure()) {
      case CLASSES_HELD, PEOPLE_TRAINED, TRAINING_TURNS ->
          new RuleShape(Set.of(), EnumSet.of(Part.THEME, Part.OWN_ONLY));
      case GROUPS_ALIVE, GROUPS_FOUNDED ->
          new RuleShape(EnumSet.of(Part.GROUP_TYPE), EnumSet.of(Part.OWN_ONLY));
      case ACTIVITIES_HELD, ACTIVITY_PEOPLE, ACTIVITY_TURNS ->
          new RuleShape(Set.of(), EnumSet.of(Part.ACTIVITY_KIND, Part.THEME, Part.OWN_ONLY));
      case LOANS, BORROWING_HOUSEHOLDS, OUTSTANDING ->
          new RuleShape(EnumSet.of(Part.LOAN_PROGRAMME), Set.of());
      case CADRES_COMPETENT, CADRE_COVERAGE ->
          new RuleShape(EnumSet.of(Part.COMPETENCY), EnumSet.of(Part.TITLE));
      case STATED -> new RuleShape(EnumSet.of(Part.STATED), Set.of());
    };
  }
}
