package vn.sen.training.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.approval.AlreadyDecided;
import vn.sen.chassis.approval.Proposal;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.training.ProgrammeUnitEvent.ResultProposed;
import vn.sen.events.training.ProgrammeUnitEvent.ResultRejected;
import vn.sen.events.training.ProgrammeUnitEvent.ResultStated;
import vn.sen.events.training.ProgrammeUnitEvent.TargetSet;
import vn.sen.events.training.ProgrammeUnitEvent.TargetWithdrawn;
import vn.sen.events.training.StatedKind;

/**
 * What one unit is to reach under one programme, and what its officers state that it has reached.
 * Numbers are whole, in the indicator's last decimal.
 *
 * @param programme the programme's code
 * @param targets one at most for each indicator and year
 * @param results what holds, one at most for each indicator and date
 * @param proposals what was proposed last for an indicator and date and is not decided yet
 */
record Goals(
    UUID programmeId,
    String programme,
    UUID unitId,
    List<Target> targets,
    List<Result> results,
    List<Proposal<Result>> proposals) {

  /** What is to be reached by the end of a year, by a decision of a day. */
  record Target(String indicator, int year, long value, String source, LocalDate on) {

    boolean isFor(String asked, int askedYear) {
      return indicator.equals(asked) && year == askedYear;
    }
  }

  /**
   * What is stated for a date.
   *
   * @param value null where nothing is to be stated for the date any more
   */
  record Result(
      String indicator, LocalDate asOf, StatedKind kind, @Nullable Long value, String source) {

    boolean isFor(String asked, LocalDate day) {
      return indicator.equals(asked) && asOf.equals(day);
    }
  }

  Goals {
    targets = List.copyOf(targets);
    results = List.copyOf(results);
    proposals = List.copyOf(proposals);
  }

  static Goals none(UUID programmeId, String programme, UUID unitId) {
    return new Goals(programmeId, programme, unitId, List.of(), List.of(), List.of());
  }

  /** The unit is to reach so much; what was set for the indicator and year before is replaced. */
  Decision<Goals> set(Target target) {
    if (targets.contains(target)) {
      return Decision.nothing(this);
    }
    var after =
        new Goals(
            programmeId,
            programme,
            unitId,
            replaced(targets, known -> known.isFor(target.indicator(), target.year()), target),
            results,
            proposals);
    return Decision.of(
        after,
        new TargetSet(
            programme,
            unitId,
            target.indicator(),
            target.year(),
            target.value(),
            target.source(),
            target.on(),
            GoalFigures.between(this, after)));
  }

  Decision<Goals> withdraw(String indicator, int year, LocalDate today) {
    var kept = targets.stream().filter(known -> !known.isFor(indicator, year)).toList();
    if (kept.size() == targets.size()) {
      throw new ProgrammeRules.NoSuchTarget();
    }
    var after = new Goals(programmeId, programme, unitId, kept, results, proposals);
    return Decision.of(
        after,
        new TargetWithdrawn(
            programme, unitId, indicator, year, today, GoalFigures.between(this, after)));
  }

  /**
   * A result is to be stated, or not to be stated any more.
   *
   * @param author by id
   * @throws ProgrammeRules.NothingStated if what is to be taken back was never stated
   */
  Decision<Goals> propose(Result result, String author) {
    var proposal = new Proposal<>(result, author);
    if (results.contains(result) || proposals.contains(proposal)) {
      return Decision.nothing(this);
    }
    if (result.value() == null
        && results.stream().noneMatch(known -> known.isFor(result.indicator(), result.asOf()))) {
      throw new ProgrammeRules.NothingStated();
    }
    return Decision.of(
        new Goals(
            programmeId,
            programme,
            unitId,
            targets,
            results,
            replaced(
                proposals,
                known -> known.content().isFor(result.indicator(), result.asOf()),
                proposal)),
        new ResultProposed(programme, unitId, result.indicator(), result.asOf(), author));
  }

  /** What was proposed holds from now on. */
  Decision<Goals> approve(String indicator, LocalDate asOf, String approver) {
    var proposal = open(indicator, asOf);
    var approval = proposal.approvedBy(approver);
    var result = proposal.content();
    var kept = results.stream().filter(known -> !known.isFor(indicator, asOf)).toList();
    var after =
        new Goals(
            programmeId,
            programme,
            unitId,
            targets,
            result.value() == null ? kept : replaced(kept, _ -> false, result),
            without(proposal));
    return Decision.of(
        after,
        new ResultStated(
            programme,
            unitId,
            indicator,
            asOf,
            result.kind(),
            result.value(),
            result.source(),
            approval,
            GoalFigures.between(this, after)));
  }

  Decision<Goals> reject(String indicator, LocalDate asOf, String rejectedBy) {
    var proposal = open(indicator, asOf);
    return Decision.of(
        new Goals(programmeId, programme, unitId, targets, results, without(proposal)),
        new ResultRejected(programme, unitId, indicator, asOf, rejectedBy));
  }

  private Proposal<Result> open(String indicator, LocalDate asOf) {
    return proposals.stream()
        .filter(known -> known.content().isFor(indicator, asOf))
        .findFirst()
        .orElseThrow(AlreadyDecided::new);
  }

  private List<Proposal<Result>> without(Proposal<Result> proposal) {
    return proposals.stream().filter(known -> !known.equals(proposal)).toList();
  }

  private static <T> List<T> replaced(List<T> all, Predicate<T> former, T latter) {
    var next = new ArrayList<>(all);
    next.removeIf(former);
    next.add(latter);
    return next;
  }
}
