package vn.sen.membership.orgunit;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.assignment.Handover;
import vn.sen.chassis.command.CommandContext;

/** What the split of a unit needs of the units below it. */
@Component
public class UnitAssignments {

  private final OrgUnitHandler handler;

  UnitAssignments(OrgUnitHandler handler) {
    this.handler = handler;
  }

  /**
   * After a split the branch or team follows the successor, with everybody who was not assigned
   * personally, if that is still to be; said twice it changes nothing.
   *
   * @throws vn.sen.chassis.domain.RuleViolation if it cannot
   */
  public void follow(UUID unit, Handover handover, CommandContext by) {
    handler.follow(unit, handover, by);
  }
}
