package vn.sen.membership.communitygroup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What community groups hold about a member, for herself to see. */
@Component
public class GroupRecords {

  private final CommunityGroups groups;

  GroupRecords(CommunityGroups groups) {
    this.groups = groups;
  }

  /**
   * What one group holds about her.
   *
   * @param type the code of its type
   * @param stays when she belonged to it
   * @param attended the days of the meetings she came to
   */
  public record HeldGroup(
      UUID id,
      String type,
      String name,
      List<CommunityGroup.GroupStay> stays,
      List<LocalDate> attended) {}

  public List<HeldGroup> held(UUID member) {
    return groups.naming(member).stream()
        .map(
            stored -> {
              var group = stored.state();
              return new HeldGroup(
                  stored.id(),
                  group.registration().type(),
                  group.registration().name(),
                  group.stays().stream().filter(s -> s.memberId().equals(member)).toList(),
                  group.meetings().stream()
                      .filter(m -> m.attended().contains(member))
                      .map(CommunityGroup.Meeting::on)
                      .sorted()
                      .toList());
            })
        .toList();
  }
}
