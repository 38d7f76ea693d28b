package vn.sen.membership.communitygroup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
    var criteria =
        new CommunityGroups.Criteria(Optional.of(unitIds), Optional.empty(), null, null, null);
    return groups.list(criteria, _ -> true, behind, limit).stream()
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

  /** Who belongs to one of the groups today. */
  public Set<UUID> membersOf(Collection<UUID> groupIds) {
    var today = LocalDate.now(clock);
    var members = new HashSet<UUID>();
    groupIds.forEach(id -> members.addAll(groups.get(id).state().membersOn(today)));
    return members;
  }

  /**
   * After a split the group follows one of the successors; said twice it changes nothing.
   *
   * @throws vn.sen.chassis.domain.RuleViolation if it cannot
   */
  public void follow(UUID group, UUID redrawingId, UUID successorId, CommandContext by) {
    groups.change(group, by, known -> known.follow(redrawingId, successorId, units, splits));
  }
}
