package vn.sen.reporting.province;

import java.util.Collection;
import java.util.stream.Collectors;
import vn.sen.chassis.domain.RuleViolation;

/** An indicator cannot be limited or divided in this way. */
public final class IndicatorNotSoLimited extends RuleViolation {

  IndicatorNotSoLimited(String pointer, String asked, Collection<?> possible) {
    super(
        pointer,
        asked,
        possible.isEmpty()
            ? "–"
            : possible.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")));
  }
}
