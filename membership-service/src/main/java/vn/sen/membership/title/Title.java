package vn.sen.membership.title;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.membership.TitleEvent.TitleIntroduced;
import vn.sen.events.membership.TitleEvent.TitleRenamed;
import vn.sen.events.membership.TitleEvent.TitleRetired;
import vn.sen.events.membership.TitleEvent.TitleSeatsSet;
import vn.sen.events.membership.TitleEvent.TitleStandardSet;
import vn.sen.events.membership.TitleSeats;
import vn.sen.events.membership.UnitLevel;
import vn.sen.membership.naming.Names;

/**
 * A title that people hold (chức danh): chair, vice chair, branch head.
 *
 * @param code short and unique for ever, in capitals
 * @param names what it was called from when on, oldest first; never empty
 * @param seats how many hold it at each unit of a level from when on, oldest first
 * @param standards what it demands, oldest first
 * @param from the first day
 * @param retiredOn the first day on which nobody is appointed to it any more; null while somebody
 *     can be
 */
public record Title(
    String code,
    List<Called> names,
    List<Seats> seats,
    List<Standard> standards,
    LocalDate from,
    @Nullable LocalDate retiredOn) {

  static final int MAX_NAME = 120;
  static final int MAX_SOURCE = 200;
  static final int MAX_SEATS = 500;

  /** A name borne from a day on. */
  public record Called(String name, LocalDate from) {}

  /**
   * So many hold the title at each unit of the level from a day on.
   *
   * @param seats 0 where it does not exist there
   */
  public record Seats(UnitLevel level, int seats, LocalDate from) {}

  public Title {
    names = sorted(names, Comparator.comparing(Called::from));
    seats = sorted(seats, Comparator.comparing(Seats::from).thenComparing(Seats::level));
    standards = sorted(standards, Comparator.comparing(Standard::from));
  }

  static Decision<Title> introduce(
      String code, String rawName, List<TitleSeats> wanted, LocalDate from) {
    var name = name(rawName);
    var levels = EnumSet.noneOf(UnitLevel.class);
    for (var seats : wanted) {
      if (!levels.add(seats.level())) {
        throw new TitleRules.LevelTwice(seats.level());
      }
    }
    if (wanted.stream().noneMatch(seats -> seats.seats() > 0)) {
      throw new TitleRules.NoSeatsAnywhere();
    }
    var seats = wanted.stream().map(s -> new Seats(s.level(), s.seats(), from)).toList();
    return Decision.of(
        new Title(code, List.of(new Called(name, from)), seats, List.of(), from, null),
        new TitleIntroduced(code, name, wanted, from));
  }

  Decision<Title> rename(String rawName, LocalDate day) {
    requireLife(day, "/from");
    var called = new Called(name(rawName), day);
    return names.contains(called)
        ? Decision.nothing(this)
        : Decision.of(
            new Title(
                code,
                with(names, called, c -> c.from().equals(day)),
                seats,
                standards,
                from,
                retiredOn),
            new TitleRenamed(called.name(), day));
  }

  /** Who holds the title stays, also where there are fewer seats from then on. */
  Decision<Title> setSeats(UnitLevel level, int count, LocalDate day) {
    requireLife(day, "/from");
    var set = new Seats(level, count, day);
    return seats.contains(set)
        ? Decision.nothing(this)
        : Decision.of(
            new Title(
                code,
                names,
                with(seats, set, s -> s.level() == level && s.from().equals(day)),
                standards,
                from,
                retiredOn),
            new TitleSeatsSet(level, count, day));
  }

  Decision<Title> setStandard(Standard wanted) {
    requireLife(wanted.from(), "/from");
    var source = Names.clean(wanted.source());
    if (source.isEmpty() || source.length() > MAX_SOURCE || !Names.isPrintable(source)) {
      throw new TitleRules.StandardSourceUnusable(MAX_SOURCE);
    }
    var standard =
        new Standard(
            wanted.level(),
            wanted.theory(),
            wanted.professional(),
            wanted.competencies(),
            source,
            wanted.from());
    return standards.contains(standard)
        ? Decision.nothing(this)
        : Decision.of(
            new Title(
                code,
                names,
                seats,
                with(standards, standard, standard::answersTheSame),
                from,
                retiredOn),
            new TitleStandardSet(
                standard.level(),
                standard.theory(),
                standard.professional(),
                standard.competencies(),
                source,
                standard.from()));
  }

  Decision<Title> retire(LocalDate on) {
    if (on.equals(retiredOn)) {
      return Decision.nothing(this);
    }
    if (retiredOn != null) {
      throw new TitleRules.TitleAlreadyRetired(retiredOn);
    }
    if (!on.isAfter(from)) {
      throw new TitleRules.OutsideTheTitlesLife("/on", from);
    }
    return Decision.of(new Title(code, names, seats, standards, from, on), new TitleRetired(on));
  }

  /** How many hold the title at a unit of the level on the day; 0 where it does not exist there. */
  public int seatsOn(UnitLevel level, LocalDate day) {
    if (retiredOn != null && !day.isBefore(retiredOn)) {
      return 0;
    }
    return last(seats, s -> s.level() == level && !s.from().isAfter(day))
        .map(Seats::seats)
        .orElse(0);
  }

  /** Whether it ever was said how many hold the title at units of the level. */
  public boolean everHeldAt(UnitLevel level) {
    return seats.stream().anyMatch(s -> s.level() == level);
  }

  /** What the title demands at a unit of the level on the day. */
  public Optional<Standard> standardOn(UnitLevel level, LocalDate day) {
    return last(standards, s -> s.level() == level && !s.from().isAfter(day));
  }

  /** What it was called on the day; before its first day what it was called first. */
  public String nameOn(LocalDate day) {
    return last(names, n -> !n.from().isAfter(day)).orElse(names.getFirst()).name();
  }

  private void requireLife(LocalDate day, String pointer) {
    if (day.isBefore(from) || retiredOn != null && !day.isBefore(retiredOn)) {
      throw new TitleRules.OutsideTheTitlesLife(pointer, from);
    }
  }

  private static String name(String raw) {
    var name = Names.clean(raw);
    if (name.isEmpty() || name.length() > MAX_NAME || !Names.isPrintable(name)) {
      throw new TitleRules.TitleNameUnusable(MAX_NAME);
    }
    return name;
  }

  private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
    return list.stream().sorted(order).toList();
  }

  private static <T> List<T> with(List<T> list, T added, Predicate<T> replaced) {
    var all = new ArrayList<>(list);
    all.removeIf(replaced);
    all.add(added);
    return all;
  }

  private static <T> Optional<T> last(List<T> oldestFirst, Predicate<T> fits) {
    return oldestFirst.reversed().stream().filter(fits).findFirst();
  }
}
