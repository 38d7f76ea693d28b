package vn.sen.chassis.org;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.chassis.org.OrgMother.ALWAYS;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.UnitLevel;

class PlacementTest {

  private static final LocalDate BEFORE = LocalDate.parse("2024-10-31");
  private static final LocalDate SPLIT = LocalDate.parse("2024-11-01");
  private static final LocalDate MERGED = LocalDate.parse("2025-07-01");
  private static final List<UUID> NONE = List.of();

  private final OrgMother org = new OrgMother();
  private final UUID phuYen = org.province("54");
  private final UUID tuyHoa = org.district("555", phuYen);
  private final UUID ward8 = org.commune("22018", tuyHoa);
  private final UUID ward9 = org.commune("22024", tuyHoa);
  private final UUID branch8 = org.branch("22018-1", ward8);
  private final UUID branch9 = org.branch("22024-1", ward9);

  @Test
  void a_branch_stands_under_its_commune_district_and_province() {
    assertThat(org.map().place(branch8, NONE, BEFORE))
        .isEqualTo(certain(branch8, ward8, tuyHoa, phuYen));
  }

  @Test
  void an_unknown_unit_is_nowhere() {
    assertThat(org.map().place(UUID.randomUUID(), NONE, BEFORE)).isEqualTo(Placement.NOWHERE);
  }

  @Nested
  class Forward {

    @Test
    void a_full_succession_takes_branches_and_direct_members_along() {
      // given
      var redrawing = org.redrawing(SPLIT);
      var ward2 = redrawing.merge("22018", UnitLevel.COMMUNE, tuyHoa, ward8, ward9);
      redrawing.done();

      // then
      assertThat(org.map().place(branch8, NONE, SPLIT))
          .isEqualTo(certain(branch8, ward2, tuyHoa, phuYen));
      assertThat(org.map().place(ward9, NONE, SPLIT)).isEqualTo(certain(ward2, tuyHoa, phuYen));
    }

    @Test
    void a_chain_of_successions_is_followed_to_the_day() {
      // given
      var first = org.redrawing(SPLIT);
      var ward2 = first.merge("22018", UnitLevel.COMMUNE, tuyHoa, ward8);
      first.done();
      var second = org.redrawing(MERGED);
      var wardTuyHoa = second.merge("22015", UnitLevel.COMMUNE, phuYen, ward2);
      second.abolish(tuyHoa);
      second.done();

      // then
      assertThat(org.map().place(branch8, NONE, MERGED))
          .isEqualTo(certain(branch8, wardTuyHoa, phuYen));
      assertThat(org.map().place(branch8, NONE, MERGED.minusDays(1)))
          .isEqualTo(certain(branch8, ward2, tuyHoa, phuYen));
    }

    @Test
    void what_a_split_did_not_assign_is_a_remainder_under_the_successors_common_parent() {
      // given
      var split = split9();

      // then
      assertThat(org.map().place(branch9, NONE, SPLIT))
          .isEqualTo(new Placement(List.of(tuyHoa, phuYen), true, ward9));
      assertThat(org.map().place(ward9, NONE, SPLIT))
          .isEqualTo(new Placement(List.of(tuyHoa, phuYen), true, ward9));
      assertThat(org.map().childrenOf(tuyHoa, SPLIT))
          .extracting(OrgUnit::id)
          .doesNotContain(branch9);
      assertThat(org.map().childrenOf(split.rest, SPLIT)).isEmpty();
    }

    @Test
    void a_branch_follows_the_successor_it_was_assigned_to() {
      // given
      var split = split9();
      org.assign(branch9, split.id, split.part, SPLIT);

      // then
      assertThat(org.map().place(branch9, NONE, SPLIT))
          .isEqualTo(certain(branch9, split.part, tuyHoa, phuYen));
      assertThat(org.map().childrenOf(split.part, SPLIT))
          .extracting(OrgUnit::id)
          .containsExactly(branch8, branch9);
    }

    @Test
    void an_assignment_of_a_member_overrides_that_of_her_branch() {
      // given
      var split = split9();
      org.assign(branch9, split.id, split.part, SPLIT);

      // then
      assertThat(org.map().place(branch9, List.of(split.rest), SPLIT))
          .isEqualTo(certain(branch9, split.rest, tuyHoa, phuYen));
    }

    @Test
    void an_assignment_stated_again_replaces_the_former() {
      // given
      var split = split9();
      org.assign(branch9, split.id, split.part, SPLIT);
      org.assign(branch9, split.id, split.rest, SPLIT);

      // then
      assertThat(org.map().parentOn(branch9, SPLIT)).map(OrgUnit::id).contains(split.rest);
    }

    @Test
    void a_team_follows_the_assignment_of_its_branch() {
      // given
      var team = org.unit("22024-1-A", UnitLevel.TEAM, branch9, ALWAYS);
      var split = split9();
      org.assign(branch9, split.id, split.part, SPLIT);

      // then
      assertThat(org.map().place(team, NONE, SPLIT))
          .isEqualTo(certain(team, branch9, split.part, tuyHoa, phuYen));
    }

    @Test
    void nothing_is_left_open_where_the_parts_of_a_split_were_merged_again() {
      // given
      var split = split9();
      var merger = org.redrawing(MERGED);
      var all = merger.merge("22015", UnitLevel.COMMUNE, phuYen, split.part, split.rest);
      merger.done();

      // then
      assertThat(org.map().place(branch9, NONE, MERGED)).isEqualTo(certain(branch9, all, phuYen));
    }

    @Test
    void two_splits_each_need_their_own_assignment() {
      // given
      var first = split9();
      org.assign(branch9, first.id, first.rest, SPLIT);
      var second = org.redrawing(MERGED);
      var north = second.create("22015", UnitLevel.COMMUNE, phuYen);
      var south = second.create("22045", UnitLevel.COMMUNE, phuYen);
      second.split(first.rest, north, south);
      second.done();

      // then
      assertThat(org.map().place(branch9, NONE, MERGED))
          .isEqualTo(new Placement(List.of(phuYen), true, first.rest));
      assertThat(org.map().place(branch9, List.of(south), MERGED))
          .isEqualTo(certain(branch9, south, phuYen));
    }

    @Test
    void a_unit_that_ended_without_successors_resolves_through_its_parent_of_the_day() {
      // given a dissolved branch whose commune was merged later
      org.close(branch8, BEFORE);
      var redrawing = org.redrawing(SPLIT);
      var ward2 = redrawing.merge("22018", UnitLevel.COMMUNE, tuyHoa, ward8);
      redrawing.done();

      // then
      assertThat(org.map().place(branch8, NONE, SPLIT)).isEqualTo(certain(ward2, tuyHoa, phuYen));
    }

    @Test
    void provinces_merge_like_any_unit() {
      // given
      var dakLak = org.province("66");
      var redrawing = org.redrawing(MERGED);
      var merged = redrawing.merge("66", UnitLevel.PROVINCE, null, phuYen, dakLak);
      redrawing.abolish(tuyHoa);
      redrawing.done();

      // then a commune that stays, a member directly in the district, the province itself
      assertThat(org.map().place(ward8, NONE, MERGED)).isEqualTo(certain(ward8, merged));
      assertThat(org.map().place(tuyHoa, NONE, MERGED)).isEqualTo(certain(merged));
      assertThat(org.map().place(phuYen, NONE, MERGED)).isEqualTo(certain(merged));
      assertThat(org.map().childrenOf(merged, MERGED))
          .extracting(OrgUnit::id)
          .containsExactly(ward8, ward9);
    }
  }

  @Nested
  class Backward {

    @Test
    void the_only_predecessor_holds_the_figures() {
      // given
      var redrawing = org.redrawing(SPLIT);
      var renamed = redrawing.merge("22018", UnitLevel.COMMUNE, tuyHoa, ward8);
      redrawing.done();
      var branch = org.unit("22018-9", UnitLevel.BRANCH, renamed, SPLIT);

      // then
      assertThat(org.map().place(branch, NONE, BEFORE)).isEqualTo(certain(ward8, tuyHoa, phuYen));
    }

    @Test
    void the_part_of_a_split_goes_back_whole_whatever_was_assigned() {
      // given
      var split = split9();

      // then
      assertThat(org.map().place(split.rest, List.of(split.part), BEFORE))
          .isEqualTo(certain(ward9, tuyHoa, phuYen));
    }

    @Test
    void a_merge_taken_back_is_a_remainder_under_the_predecessors_common_parent() {
      // given
      var redrawing = org.redrawing(SPLIT);
      var ward2 = redrawing.merge("22018", UnitLevel.COMMUNE, tuyHoa, ward8, ward9);
      redrawing.done();
      var branch = org.unit("22018-9", UnitLevel.BRANCH, ward2, SPLIT);

      // then the new branch is open, the old ones are not
      assertThat(org.map().place(branch, NONE, BEFORE))
          .isEqualTo(new Placement(List.of(tuyHoa, phuYen), true, ward2));
      assertThat(org.map().place(branch8, NONE, BEFORE))
          .isEqualTo(certain(branch8, ward8, tuyHoa, phuYen));
    }

    @Test
    void a_branch_set_up_later_belonged_to_its_commune() {
      // given
      var branch = org.unit("22018-9", UnitLevel.BRANCH, ward8, SPLIT);

      // then
      assertThat(org.map().place(branch, NONE, BEFORE)).isEqualTo(certain(ward8, tuyHoa, phuYen));
    }

    @Test
    void figures_of_a_merged_province_itself_belong_to_no_certain_province_before() {
      // given
      var dakLak = org.province("66");
      var redrawing = org.redrawing(MERGED);
      var merged = redrawing.merge("66", UnitLevel.PROVINCE, null, phuYen, dakLak);
      redrawing.done();

      // then
      assertThat(org.map().place(merged, NONE, BEFORE))
          .isEqualTo(new Placement(List.of(), true, merged));
    }
  }

  @Nested
  class Broken {

    @Test
    void facts_that_run_in_a_circle_end_nowhere() {
      // given a district that went into a commune which claims the district as its parent
      var redrawing = org.redrawing(SPLIT);
      var circle = redrawing.create("1", UnitLevel.COMMUNE, tuyHoa);
      redrawing.full(tuyHoa, circle);
      redrawing.done();

      // then
      assertThat(org.map().place(branch8, NONE, SPLIT)).isEqualTo(Placement.NOWHERE);
    }

    @Test
    void a_province_that_ended_without_successors_leaves_its_figures_nowhere() {
      // given
      org.close(phuYen, SPLIT);

      // then
      assertThat(org.map().place(branch8, NONE, SPLIT)).isEqualTo(Placement.NOWHERE);
    }
  }

  private record Split(UUID id, UUID part, UUID rest) {}

  private Split split9() {
    var redrawing = org.redrawing(SPLIT);
    var part = redrawing.merge("22018", UnitLevel.COMMUNE, tuyHoa, ward8);
    var rest = redrawing.create("22024", UnitLevel.COMMUNE, tuyHoa);
    redrawing.split(ward9, part, rest);
    redrawing.done();
    return new Split(redrawing.id, part, rest);
  }

  private static Placement certain(UUID... path) {
    return new Placement(List.of(path), false, null);
  }
}
