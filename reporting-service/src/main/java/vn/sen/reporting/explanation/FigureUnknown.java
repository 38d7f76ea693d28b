package vn.sen.reporting.explanation;

import java.util.List;
import vn.sen.chassis.domain.RuleViolation;

/** The report has no such figure, at least not in this row; the problem names those it has. */
public final class FigureUnknown extends RuleViolation {

  public FigureUnknown(String name, List<String> known) {
    super("?figure", name, String.join(", ", known));
  }

  @Override
  public int status() {
    return 400;
  }
}
