package vn.sen.lending.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.assignment.Assignable;
import vn.sen.chassis.assignment.Assignment.Wanted;
import vn.sen.chassis.assignment.SharedWays;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.org.Split;
import vn.sen.lending.loan.LoanAssignments;
import vn.sen.lending.loan.LoanAssignments.Placed;

/** Finds the loans that a split concerns, and lets them follow. */
@Component
class OpenLoans implements Assignable {

  private static final int AT_ONCE = 500;

  private final LoanAssignments loans;
  private final OrgFollower orgUnits;

  OpenLoans(LoanAssignments loans, OrgFollower orgUnits) {
    this.loans = loans;
    this.orgUnits = orgUnits;
  }

  @Override
  public List<Candidate> next(Split split, Wanted wanted, @Nullable UUID behind, int limit) {
    var of = Set.copyOf(wanted.of());
    return switch (Rule.valueOf(wanted.rule())) {
      case LOANS -> candidates(split, behind, limit, loan -> of.contains(loan.id().toString()));
      case GROUPS ->
          candidates(
              split,
              behind,
              limit,
              loan ->
                  loan.place().groupId() != null && of.contains(loan.place().groupId().toString()));
      case HOUSEHOLDS ->
          candidates(
              split, behind, limit, loan -> of.contains(loan.place().householdId().toString()));
      case POINTS ->
          candidates(
              split, behind, limit, loan -> loan.point() != null && of.contains(loan.point()));
      case WITH_HOUSEHOLD -> withHousehold(split, behind, limit);
    };
  }

  @Override
  public void assign(UUID id, Split split, UUID successor, Wanted wanted, CommandContext by) {
    loans.follow(id, successor, by);
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

  private List<Candidate> candidates(
      Split split, @Nullable UUID behind, int limit, Predicate<Placed> wanted) {
    return scan(split, behind, limit, wanted).stream().map(loan -> candidate(loan, null)).toList();
  }

  private static Candidate candidate(Placed loan, @Nullable UUID successor) {
    return new Candidate(loan.id(), loan.place().unitId(), loan.place().via(), successor);
  }

  private List<Candidate> withHousehold(Split split, @Nullable UUID behind, int limit) {
    var ways = new SharedWays(split, orgUnits.map());
    for (var loan : scan(split, null, Integer.MAX_VALUE, _ -> true)) {
      ways.add(loan.place().householdId(), loan.place().unitId(), loan.place().via());
    }
    return scan(split, behind, limit, _ -> true).stream()
        .map(loan -> candidate(loan, ways.of(loan.place().householdId()).orElse(null)))
        .toList();
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
