package vn.sen.chassis.domain;

import java.util.Locale;

/**
 * A request refused by a rule. Subclasses are named after the rule ({@code MemberAlreadyLeft}); the
 * name in kebab case is the problem's type and the key of its texts.
 */
public abstract class RuleViolation extends RuntimeException {

  private String pointer;
  private final transient Object[] arguments;

  /**
   * @param pointer JSON pointer to the field that breaks the rule, or "" where no single field does
   * @param arguments values for the text; never personal data
   */
  protected RuleViolation(String pointer, Object... arguments) {
    this.pointer = pointer;
    this.arguments = arguments.clone();
  }

  /** JSON pointer to the field at fault, or "". */
  public final String pointer() {
    return pointer;
  }

  /**
   * The same refusal, where the field at fault stands elsewhere in the request than the rule knows:
   * a parameter of a report that a command speaks of.
   *
   * @param where JSON pointer to the field
   */
  public final RuleViolation at(String where) {
    this.pointer = where;
    return this;
  }

  /** Values for the texts. */
  public final Object[] arguments() {
    return arguments.clone();
  }

  /** The rule's name in kebab case: {@code member-already-left}. */
  public final String rule() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** The HTTP status that fits; 422 unless the rule says otherwise. */
  public int status() {
    return 422;
  }

  /** Whether the same may be allowed when it is tried again: nothing is wrong with it. */
  public boolean passes() {
    return status() >= 500;
  }

  @Override
  public String getMessage() {
    return rule();
  }
}
