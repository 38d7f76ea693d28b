package vn.sen.training.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.training.UnionProgrammeEvent.IndicatorAdded;
import vn.sen.events.training.UnionProgrammeEvent.IndicatorRetired;
import vn.sen.events.training.UnionProgrammeEvent.IndicatorRevised;
import vn.sen.events.training.UnionProgrammeEvent.UnionProgrammeDaysSet;
import vn.sen.events.training.UnionProgrammeEvent.UnionProgrammeIntroduced;
import vn.sen.events.training.UnionProgrammeEvent.UnionProgrammeRenamed;

/**
 * A programme of the Union.
 *
 * @param code unique for ever
 * @param names the oldest first, never empty
 * @param days when it runs
 * @param indicators in the order in which they were added
 */
record Programme(String code, List<Name> names, Days days, List<Indicator> indicators) {

  /** A name borne from a day on. */
  record Name(String name, LocalDate from) {}

  /**
   * When a programme runs.
   *
   * @param until the last day; null while no end is set
   * @param source the decision that says so
   */
  record Days(LocalDate from, @Nullable LocalDate until, String source) {

    Days {
      if (until != null && until.isBefore(from)) {
        throw new ProgrammeRules.ProgrammeDaysReversed(from);
      }
    }

    /** Whether the programme runs on some day of a time, of which both days belong to it. */
    boolean touch(LocalDate first, LocalDate last) {
      return !last.isBefore(from) && (until == null || !first.isAfter(until));
    }
  }

  Programme {
    names = List.copyOf(names);
    indicators = List.copyOf(indicators);
  }

  static Decision<Programme> introduce(String code, String name, Days days) {
    return Decision.of(
        new Programme(code, List.of(new Name(name, days.from())), days, List.of()),
        new UnionProgrammeIntroduced(code, name, days.from(), days.until(), days.source()));
  }

  /** From a day on it bears another name; said again for the day, the name is replaced. */
  Decision<Programme> rename(Name name) {
    if (names.contains(name)) {
      return Decision.nothing(this);
    }
    if (name.from().isBefore(days.from())) {
      throw new ProgrammeRules.ProgrammeRenamedBeforeStart(days.from());
    }
    var all = new ArrayList<>(names);
    all.removeIf(known -> known.from().equals(name.from()));
    all.add(name);
    all.sort(Comparator.comparing(Name::from));
    return Decision.of(
        new Programme(code, all, days, indicators),
        new UnionProgrammeRenamed(name.name(), name.from()));
  }

  Decision<Programme> set(Days changed) {
    return changed.equals(days)
        ? Decision.nothing(this)
        : Decision.of(
            new Programme(code, names, changed, indicators),
            new UnionProgrammeDaysSet(changed.from(), changed.until(), changed.source()));
  }

  Decision<Programme> add(Indicator indicator) {
    if (indicators.contains(indicator)) {
      return Decision.nothing(this);
    }
    if (indicators.stream().anyMatch(known -> known.code().equals(indicator.code()))) {
      throw new ProgrammeRules.IndicatorCodeTaken();
    }
    var all = new ArrayList<>(indicators);
    all.add(indicator);
    var first = indicator.versions().getFirst();
    return Decision.of(
        new Programme(code, names, days, all),
        new IndicatorAdded(
            indicator.code(),
            first.name(),
            indicator.unit(),
            indicator.decimals(),
            RuleShape.checked(first.rule()),
            first.from()));
  }

  /** From a day on an indicator is called so and counted so. */
  Decision<Programme> revise(String indicator, Indicator.Version version) {
    var known = indicator(indicator, "");
    RuleShape.checked(version.rule());
    var revised = known.revised(version);
    return revised.equals(known)
        ? Decision.nothing(this)
        : Decision.of(
            with(revised),
            new IndicatorRevised(indicator, version.name(), version.rule(), version.from()));
  }

  Decision<Programme> retire(String indicator, LocalDate on) {
    var known = indicator(indicator, "");
    var retired = known.retired(on);
    return retired.equals(known)
        ? Decision.nothing(this)
        : Decision.of(with(retired), new IndicatorRetired(indicator, on));
  }

  private Programme with(Indicator changed) {
    return new Programme(
        code,
        names,
        days,
        indicators.stream()
            .map(known -> known.code().equals(changed.code()) ? changed : known)
            .toList());
  }

  /** What it is called on a day; before its first day what it was called first. */
  String nameOn(LocalDate day) {
    return names.reversed().stream()
        .filter(name -> !name.from().isAfter(day))
        .findFirst()
        .orElse(names.getFirst())
        .name();
  }

  /**
   * An indicator.
   *
   * @param pointer of the field that names it, or ""
   * @throws ProgrammeRules.IndicatorUnknown if there is none of the code
   */
  Indicator indicator(String indicator, String pointer) {
    return indicators.stream()
        .filter(known -> known.code().equals(indicator))
        .findFirst()
        .orElseThrow(() -> new ProgrammeRules.IndicatorUnknown(pointer));
  }

  /**
   * An indicator that is in force on some day of a time: it is in use, and the programme runs.
   *
   * @throws ProgrammeRules.IndicatorUnknown if there is none of the code
   * @throws ProgrammeRules.IndicatorNotInForce if it is not in force then
   */
  Indicator inForce(String indicator, LocalDate first, LocalDate last, String pointer) {
    var known = indicator(indicator, "/indicator");
    if (!days.touch(first, last) || !known.isInUse(first, last)) {
      throw new ProgrammeRules.IndicatorNotInForce(pointer);
    }
    return known;
  }
}
