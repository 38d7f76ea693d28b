package vn.sen.reporting.warning.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.reporting.LiftReason;
import vn.sen.events.reporting.WarningCause;
import vn.sen.events.reporting.WarningEvent;
import vn.sen.events.reporting.WarningLevel;
import vn.sen.reporting.warning.Warning;
import vn.sen.reporting.warning.WarningReport.RuleFindings;
import vn.sen.reporting.warning.WarningReport.UnitFinding;

/** Tells subscribers what is otherwise than they were told before. Safe to repeat. */
final class Announcer {

  /** Written into histories and events as who did it. */
  private static final String ACTOR = "warnings";

  /** After so many units it is asked whether to go on. */
  private static final int STRETCH = 100;

  private record Key(String rule, UUID unit) {}

  private final WarningBook book;

  Announcer(WarningBook book) {
    this.book = book;
  }

  /**
   * Compares and tells. A unit without data keeps the warning it has: nothing is known of it.
   *
   * @param evaluation in the name of which it is told
   * @param inForce the codes of the rules of the day
   * @param found what they say, of all units
   * @param goOn asked now and then; where it says no, somebody else tells the rest
   * @return how many warnings were raised, changed or lifted; empty if it did not go on to the end
   */
  Optional<Told> announce(
      UUID evaluation,
      LocalDate day,
      Set<String> inForce,
      Collection<RuleFindings> found,
      BooleanSupplier goOn) {
    var standing = new HashMap<Key, Warning>();
    book.standing().forEach(one -> standing.put(new Key(one.rule(), one.unitId()), one));
    var told = new Telling(evaluation, day);
    int units = 0;
    for (var rule : found) {
      for (var unit : rule.units()) {
        if (++units % STRETCH == 0 && !goOn.getAsBoolean()) {
          return Optional.empty();
        }
        var known = standing.remove(new Key(rule.rule(), unit.unit().id()));
        told.compare(rule, unit, known == null ? null : known.level());
      }
    }
    for (var key : standing.keySet()) {
      if (++units % STRETCH == 0 && !goOn.getAsBoolean()) {
        return Optional.empty();
      }
      told.lift(key, inForce.contains(key.rule()) ? LiftReason.UNIT_ENDED : LiftReason.RULE_ENDED);
    }
    return Optional.of(new Told(told.raised, told.changed, told.lifted));
  }

  /** How many warnings were raised, changed or lifted. */
  record Told(long raised, long changed, long lifted) {}

  private final class Telling {
    private final UUID evaluation;
    private final LocalDate day;
    private long raised;
    private long changed;
    private long lifted;

    Telling(UUID evaluation, LocalDate day) {
      this.evaluation = evaluation;
      this.day = day;
    }

    void compare(RuleFindings rule, UnitFinding found, @Nullable WarningLevel known) {
      var key = new Key(rule.rule(), found.unit().id());
      switch (found.state()) {
        case UNDER -> say(key, WarningLevel.UNDER, known, rule, found);
        case HEADING -> say(key, WarningLevel.HEADING, known, rule, found);
        case OK -> {
          if (known != null) {
            lift(key, LiftReason.RECOVERED);
          }
        }
        case NO_DATA -> {
          // whoever is warned of stays so until figures say otherwise
        }
      }
    }

    private void say(
        Key key,
        WarningLevel level,
        @Nullable WarningLevel known,
        RuleFindings rule,
        UnitFinding found) {
      if (level == known) {
        return;
      }
      var finding = finding(rule, found);
      if (change(key, warning -> warning.say(level, finding, day))) {
        raised += known == null ? 1 : 0;
        changed += known == null ? 0 : 1;
      }
    }

    void lift(Key key, LiftReason reason) {
      lifted += change(key, warning -> warning.lift(reason, day)) ? 1 : 0;
    }

    private boolean change(Key key, Function<Warning, Decision<Warning>> decide) {
      var by = CommandContext.process(ACTOR, evaluation + "/" + key.rule() + "/" + key.unit());
      boolean[] decided = new boolean[1];
      book.change(
          key.rule(),
          key.unit(),
          by,
          warning -> {
            var decision = decide.apply(warning);
            decided[0] = !decision.events().isEmpty();
            return decision;
          });
      return decided[0];
    }
  }

  private static WarningEvent.Finding finding(RuleFindings rule, UnitFinding found) {
    var trend = found.trend();
    var projection = found.projection();
    return new WarningEvent.Finding(
        rule.figure(),
        known(found.numerator()),
        known(found.denominator()),
        known(found.share()).unscaledValue().longValueExact(),
        rule.threshold().unscaledValue().longValueExact(),
        trend == null ? WarningCause.NONE : trend.cause(),
        projection == null ? null : projection.reachedOn());
  }

  private static <T> T known(@Nullable T figure) {
    return Objects.requireNonNull(figure, "a unit is warned of by its figures");
  }
}
