package vn.sen.lending.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.assignment.Assignable;
import vn.sen.chassis.assignment.Assignment.Wanted;
import vn.sen.chassis.assignment.Handover;
import vn.sen.chassis.assignment.SharedWays;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.org.Split;
import vn.sen.lending.household.Households;
import vn.sen.lending.loan.LoanAssignments;
import vn.sen.lending.loan.LoanAssignments.Placed;
import vn.sen.lending.loan.LoanQueries.Counted;

/** Finds the loans that a split concerns, and lets them follow. */
@Component
class OpenLoans implements Assignable {

  private static final int AT_ONCE = 500;

  private final LoanAssignments loans;
  private final Households households;
  private final OrgFollower orgUnits;
  private final Clock clock;

  OpenLoans(LoanAssignments loans, Households households, OrgFollower orgUnits, Clock clock) {
    this.loans = loans;
    this.households = households;
    this.orgUnits = orgUnits;
    this.clock = clock;
  }

  @Override
  public Candidates candidates(Split split, Wanted wanted) {
    var of = Set.copyOf(wanted.of());
    return switch (Rule.valueOf(wanted.rule())) {
      case LOANS -> meant(split, loan -> of.contains(loan.id().toString()));
      case GROUPS ->
          meant(
              split,
              loan ->
                  loan.place().groupId() != null && of.contains(loan.place().groupId().toString()));
      case HOUSEHOLDS -> ofHouseholds(split, of);
      case POINTS -> meant(split, loan -> loan.point() != null && of.contains(loan.point()));
      case WITH_HOUSEHOLD -> withHousehold(split);
    };
  }

  @Override
  public void assign(UUID id, Handover handover, CommandContext by) {
    loans.follow(id, handover, by);
  }

  /**
   * What a split has left open.
   *
   * @param loans that follow no successor
   * @param households whose loans these are
   * @param outstanding what is owed of them today, in đồng
   */
  record Open(long loans, long households, long outstanding) {}

  /** How much follows no successor. */
  Open open(Split split) {
    var map = orgUnits.map();
    var open =
        loans.counted(split.territory(map)).stream()
            .filter(loan -> split.leavesOpen(map, loan.unitId(), loan.via()))
            .toList();
    return new Open(
        open.size(),
        Set.copyOf(countedAs(open).values()).size(),
        open.stream().mapToLong(Counted::outstanding).sum());
  }

  /** The loans that follow no successor, in the order of their ids. */
  List<Placed> open(Split split, @Nullable UUID behind, int limit, Predicate<Placed> wanted) {
    var map = orgUnits.map();
    return scan(
        split,
        behind,
        limit,
        loan ->
            split.leavesOpen(map, loan.place().unitId(), loan.place().via()) && wanted.test(loan));
  }

  private Candidates meant(Split split, Predicate<Placed> wanted) {
    return (behind, limit) ->
        scan(split, behind, limit, wanted).stream().map(loan -> candidate(loan, null)).toList();
  }

  private static Candidate candidate(Placed loan, @Nullable UUID successor) {
    return new Candidate(loan.id(), loan.place().unitId(), loan.place().via(), successor);
  }

  /** Households that were merged are one: who means either means both. */
  private Candidates ofHouseholds(Split split, Set<String> of) {
    var one = countedAs(loans.counted(split.territory(orgUnits.map())));
    var meant = new HashSet<>(of);
    one.forEach(
        (household, now) -> {
          if (of.contains(household.toString())) {
            meant.add(now.toString());
          }
        });
    return meant(split, loan -> meant.contains(now(loan.place().householdId(), one).toString()));
  }

  /** What was assigned of either of two merged households leads the other. */
  private Candidates withHousehold(Split split) {
    var map = orgUnits.map();
    var all = loans.counted(split.territory(map));
    var one = countedAs(all);
    var ways = new SharedWays(split, map);
    all.forEach(loan -> ways.add(now(loan.householdId(), one), loan.unitId(), loan.via()));
    return (behind, limit) ->
        scan(split, behind, limit, _ -> true).stream()
            .map(
                loan -> candidate(loan, ways.of(now(loan.place().householdId(), one)).orElse(null)))
            .toList();
  }

  private Map<UUID, UUID> countedAs(List<Counted> loans) {
    return households.countedAs(
        loans.stream().map(Counted::householdId).collect(Collectors.toSet()), LocalDate.now(clock));
  }

  private static UUID now(UUID household, Map<UUID, UUID> countedAs) {
    return countedAs.getOrDefault(household, household);
  }

  /** Part by part, those behind an id that are wanted. */
  private List<Placed> scan(
      Split split, @Nullable UUID behind, int limit, Predicate<Placed> wanted) {
    var units = split.territory(orgUnits.map());
    var found = new ArrayList<Placed>();
    var part = loans.of(units, behind, AT_ONCE);
    while (!part.isEmpty()) {
      for (var loan : part) {
        if (wanted.test(loan)) {
          found.add(loan);
        }
        if (found.size() == limit) {
          return found;
        }
      }
      part = loans.of(units, part.getLast().id(), AT_ONCE);
    }
    return found;
  }
}
