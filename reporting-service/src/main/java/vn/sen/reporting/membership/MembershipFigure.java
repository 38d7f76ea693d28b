package vn.sen.reporting.membership;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberType;
import vn.sen.events.membership.WomenDefinition;
import vn.sen.reporting.explanation.Figures;
import vn.sen.reporting.membership.LeafFigures.FlowFigures;
import vn.sen.reporting.membership.MembershipRow.Step;
import vn.sen.reporting.reading.Leaf;

/** How a figure of the membership report is made. */
sealed interface MembershipFigure {

  /**
   * The period of a report, and which counterparts of transfers belong to the same row: then nobody
   * came or went.
   */
  record Asked(LocalDate from, LocalDate asOf, Predicate<Leaf> inside) {

    private boolean isPast(LocalDate date) {
      return !date.isAfter(asOf);
    }

    private boolean isWithin(LocalDate date) {
      return isPast(date) && !date.isBefore(from);
    }
  }

  /** A sum over leaves, each of which is a sum of steps. */
  sealed interface OfMembers extends MembershipFigure {

    /** What a leaf adds. */
    long of(LeafFigures leaf, Asked asked);

    /** How often a step counts. */
    long weight(Step step, Asked asked);
  }

  /** Members, of every type or honorary ones. */
  record Stock(boolean honoraryOnly) implements OfMembers {
    @Override
    public long of(LeafFigures leaf, Asked asked) {
      return (honoraryOnly ? leaf.honorary() : leaf.members()).upTo(asked.asOf());
    }

    @Override
    public long weight(Step step, Asked asked) {
      boolean meant = !honoraryOnly || step.type() == MemberType.HONORARY;
      return meant && asked.isPast(step.date()) ? 1 : 0;
    }
  }

  /**
   * Who came, or who went.
   *
   * @param flow for which reason; null for all of them
   */
  record Moved(@Nullable Flow flow, boolean coming) implements OfMembers {
    @Override
    public long of(LeafFigures leaf, Asked asked) {
      return leaf.flows().stream()
          .filter(f -> isMeant(f.flow()) && crosses(f, asked))
          .mapToLong(f -> (coming ? f.in() : f.out()).within(asked.from(), asked.asOf()))
          .sum();
    }

    @Override
    public long weight(Step step, Asked asked) {
      boolean meant = isMeant(step.flow()) && step.coming() == coming && moves(step, asked);
      return meant ? coming ? 1 : -1 : 0;
    }

    private boolean isMeant(@Nullable Flow reason) {
      return flow == null || flow == reason;
    }
  }

  /** Who came less who went. */
  record Net() implements OfMembers {
    @Override
    public long of(LeafFigures leaf, Asked asked) {
      return leaf.flows().stream()
          .filter(f -> crosses(f, asked))
          .mapToLong(
              f ->
                  f.in().within(asked.from(), asked.asOf())
                      - f.out().within(asked.from(), asked.asOf()))
          .sum();
    }

    @Override
    public long weight(Step step, Asked asked) {
      return moves(step, asked) ? 1 : 0;
    }
  }

  private static boolean crosses(FlowFigures flow, Asked asked) {
    var counterpart = flow.counterpart();
    return counterpart == null || !asked.inside().test(counterpart);
  }

  private static boolean moves(Step step, Asked asked) {
    var counterpart = step.counterpart();
    return step.flow() != Flow.RECLASSIFICATION
        && asked.isWithin(step.date())
        && (counterpart == null || !asked.inside().test(counterpart));
  }

  /** A number of women, as it was stated. */
  record OfWomen(WomenDefinition definition) implements MembershipFigure {}

  /** Members ÷ women. */
  record Rate(WomenDefinition definition) implements MembershipFigure {}

  /** All of them, by their paths in the report's JSON. */
  Figures<MembershipFigure> ALL = all();

  private static Figures<MembershipFigure> all() {
    var all = new LinkedHashMap<String, MembershipFigure>();
    all.put("members", new Stock(false));
    all.put("honorary", new Stock(true));
    var flows = Arrays.stream(Flow.values()).filter(f -> f != Flow.RECLASSIFICATION).toList();
    all.put("flows.in", new Moved(null, true));
    flows.forEach(flow -> all.put("flows.in." + flow, new Moved(flow, true)));
    all.put("flows.out", new Moved(null, false));
    flows.forEach(flow -> all.put("flows.out." + flow, new Moved(flow, false)));
    all.put("flows.net", new Net());
    for (var definition : WomenDefinition.values()) {
      all.put(women(definition), new OfWomen(definition));
    }
    for (var definition : WomenDefinition.values()) {
      all.put("gatheringRates." + definition, new Rate(definition));
    }
    return Figures.of(all);
  }

  static String women(WomenDefinition definition) {
    return "women." + definition;
  }
}
