package vn.sen.membership.communitygroup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.assignment.Handover;
import vn.sen.chassis.command.CommandContext;
import vn.sen.membership.orgunit.Splits;
import vn.sen.membership.orgunit.Units;

/** What the split of a unit needs of the community groups. */
@Component
public class GroupAssignments {

  private final CommunityGroups groups;
  private final Units units;
  private final Splits splits;
  private final Clock clock;

  GroupAssignments(CommunityGroups groups, Units units, Splits splits, Clock clock) {
    this.groups = groups;
    this.units = units;
    this.splits = splits;
    this.clock = clock;
  }

  /**
   * Which unit a group belongs to.
   *
   * @param via the successors that splits gave it to; usually none
   */
  public record Led(UUID id, long version, String name, UUID unitId, List<UUID> via) {}

  /** The groups of units, or given to them by a split, in the order of their ids. */
  public List<Led> of(Set<UUID> unitIds, @Nullable UUID behind, int limit) {
    return groups.ofUnits(unitIds, behind, limit).stream()
        .map(
            stored ->
                new Led(
                    stored.id(),
                    stored.version(),
                    stored.state().registration().name(),
                    stored.state().unitId(),
                    stored.state().via()))
        .toList();
  }

  /** Who belongs to one of the groups today; nobody does to one that there is not. */
  public Set<UUID> membersOf(Collection<UUID> groupIds) {
    var today = LocalDate.now(clock);
    var members = new HashSet<UUID>();
    groups.known(groupIds).forEach(group -> members.addAll(group.state().membersOn(today)));
    return members;
  }

  /**
   * After a split the group follows the successor, if that is still to be; said twice it changes
   * nothing.
   *
   * @throws vn.sen.chassis.domain.RuleViolation if it cannot
   */
  public void follow(UUID group, Handover handover, CommandContext by) {
    groups.change(
        group,
        by,
        known -> {
          handover.requireAsPlanned(known.unitId(), known.via());
          return known.follow(handover.split().redrawingId(), handover.successor(), units, splits);
        });
  }
}
