package vn.sen.reporting.province;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All indicators that a report can show. */
final class Indicators {

  private static final Map<String, Indicator> BY_ID =
      Stream.of(
              MembershipIndicators.all(),
              TrainingIndicators.all(),
              GroupIndicators.all(),
              LendingIndicators.all(),
              ProgrammeIndicators.all())
          .flatMap(Function.identity())
          .collect(Collectors.toUnmodifiableMap(Indicator::id, Function.identity()));

  private Indicators() {}

  static Optional<Indicator> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
