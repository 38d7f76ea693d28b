package vn.sen.membership.communitygroup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.GroupParameter;
import vn.sen.events.membership.GroupParameterKind;
import vn.sen.events.membership.GroupPlace;
import vn.sen.membership.communitygroup.CommunityGroup.Meeting;
import vn.sen.membership.orgunit.UnitsMother;

/** Groups as commands would have made them. */
final class GroupMother {

  static final LocalDate TODAY = LocalDate.of(2026, 3, 8);
  static final LocalDate FOUNDED = LocalDate.of(2023, 3, 8);
  static final String PROJECT_8 = "DA8";
  static final String TYPE = "TTCD";

  private GroupMother() {}

  static GroupParameter parameter(String key, GroupParameterKind kind, boolean required) {
    var choices = kind == GroupParameterKind.CHOICE ? List.of("Thôn", "Buôn") : List.<String>of();
    return new GroupParameter(key, "Thông số " + key, kind, required, choices);
  }

  /** Community communication teams, without parameters. */
  static GroupType type() {
    return GroupType.define(TYPE, "Tổ truyền thông cộng đồng", List.of(), LocalDate.of(2022, 1, 1))
        .state();
  }

  static CommunityGroup group(UnitsMother map, UUID unit, @Nullable String programme) {
    return CommunityGroup.found(registered(map, unit, FOUNDED), programme).state();
  }

  static CommunityGroup.Registration registered(UnitsMother map, UUID unit, LocalDate on) {
    return CommunityGroup.register(type(), "Tổ thôn Phú Hòa", unit, on, List.of(), map, TODAY);
  }

  static GroupPlace place(UUID unit, @Nullable String programme) {
    return new GroupPlace(TYPE, programme, unit, List.of());
  }

  static Meeting meeting(UUID id, LocalDate on, int others, UUID... attended) {
    return new Meeting(id, on, "Bình đẳng giới", List.of(attended), others);
  }
}
