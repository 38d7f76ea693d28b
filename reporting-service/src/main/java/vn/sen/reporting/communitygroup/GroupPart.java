package vn.sen.reporting.communitygroup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.communitygroup.CommunityGroupReport.GroupType;
import vn.sen.reporting.reading.Unit;

/**
 * What a figure of community groups is made of. What a group is called and who a member is, the
 * membership service knows.
 *
 * @param member of a figure that counts people once; else null
 * @param groups the group itself; of a member, all for which she is counted
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record GroupPart(@Nullable UUID member, List<GroupPlaced> groups) {

  public GroupPart {
    groups = List.copyOf(groups);
  }

  /**
   * A group at one of its places.
   *
   * @param part by which the events behind it are asked for
   * @param programme its code; null for a group of none
   * @param unit the lowest that certainly holds it on the map's day; null where none does
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record GroupPlaced(
      String part, UUID group, GroupType type, @Nullable String programme, @Nullable Unit unit) {}
}
