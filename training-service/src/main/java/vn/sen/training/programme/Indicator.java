package vn.sen.training.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ResultRule;
import vn.sen.events.training.StatedKind;

/**
 * What a programme is measured by. Unit and decimals stay, so that its numbers mean the same for
 * good; the name and the rule have versions.
 *
 * @param code unique within the programme, for ever
 * @param unit in what it is measured, for people to read
 * @param decimals how many digits of its numbers stand behind the point
 * @param versions the oldest first, never empty
 * @param retiredOn the first day without it; null while it is in use
 */
record Indicator(
    String code, String unit, int decimals, List<Version> versions, @Nullable LocalDate retiredOn) {

  /** What it is called and how its result comes about, from a day on. */
  record Version(String name, ResultRule rule, LocalDate from) {}

  Indicator {
    versions = List.copyOf(versions);
  }

  LocalDate begin() {
    return versions.getFirst().from();
  }

  /** What it is on a day; before its first day what it was first. */
  Version on(LocalDate day) {
    return versions.reversed().stream()
        .filter(version -> !version.from().isAfter(day))
        .findFirst()
        .orElse(versions.getFirst());
  }

  /** What a number means that is stated for a day; null where the platform counts. */
  @Nullable StatedKind statedOn(LocalDate day) {
    return on(day).rule().stated();
  }

  /** Whether it is in use on some day of a time, of which both days belong to it. */
  boolean isInUse(LocalDate first, LocalDate last) {
    return !last.isBefore(begin()) && (retiredOn == null || first.isBefore(retiredOn));
  }

  Indicator revised(Version version) {
    if (version.from().isBefore(begin())) {
      throw new ProgrammeRules.IndicatorRevisedBeforeStart(begin());
    }
    if (versions.contains(version)) {
      return this;
    }
    var all = new ArrayList<>(versions);
    all.removeIf(known -> known.from().equals(version.from()));
    all.add(version);
    all.sort(Comparator.comparing(Version::from));
    return new Indicator(code, unit, decimals, all, retiredOn);
  }

  Indicator retired(LocalDate on) {
    if (on.equals(retiredOn)) {
      return this;
    }
    if (retiredOn != null) {
      throw new ProgrammeRules.IndicatorAlreadyRetired(retiredOn);
    }
    if (!on.isAfter(begin())) {
      throw new ProgrammeRules.IndicatorRetiredBeforeStart(begin());
    }
    return new Indicator(code, unit, decimals, versions, on);
  }
}
