package vn.sen.chassis.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.OrgUnitEvent.WomenCountProposed;
import vn.sen.events.membership.RedrawingEvent.RedrawingProposed;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.events.membership.WomenDefinition;

class OrgFactsTest {

  private static final LocalDate DAY = LocalDate.parse("2024-11-01");

  private final OrgMother org = new OrgMother();
  private final OrgFacts facts = new OrgFacts();

  @Test
  void a_unit_bears_the_name_of_the_day() {
    // given
    var province = org.province("54");
    var ward = org.commune("22018", province);
    org.rename(ward, "Phường 2", UnitKind.WARD, DAY);

    // then
    var unit = org.map().unit(ward).orElseThrow();
    assertThat(unit.nameOn(DAY.minusDays(1))).isEqualTo("Đơn vị 22018");
    assertThat(unit.kindOn(DAY.minusDays(1))).isEqualTo(UnitKind.COMMUNE);
    assertThat(unit.nameOn(DAY)).isEqualTo("Phường 2");
    assertThat(unit.kindOn(DAY)).isEqualTo(UnitKind.WARD);
  }

  @Test
  void a_code_means_the_unit_that_bore_it_on_the_day() {
    // given
    var province = org.province("54");
    var old = org.commune("22018", province);
    org.close(old, DAY);
    var recycled = org.unit("22018", UnitLevel.COMMUNE, province, DAY);

    // then
    var map = org.map();
    assertThat(map.byCode("22018", DAY.minusDays(1))).map(OrgUnit::id).contains(old);
    assertThat(map.byCode("22018", DAY)).map(OrgUnit::id).contains(recycled);
    assertThat(map.byCode("22018", OrgMother.ALWAYS.minusDays(1))).isEmpty();
    assertThat(map.existsOn(old, DAY)).isFalse();
  }

  @Test
  void an_event_before_its_predecessor_waits() {
    // given
    var province = org.province("54");
    org.close(province, DAY);
    var created = org.facts().get(0);
    var closed = org.facts().get(1);

    // when
    assertThat(apply(closed)).isFalse();

    // then
    assertThat(facts.seen(province)).isZero();
    assertThat(facts.waiting()).isEqualTo(1);
    assertThat(facts.map().units()).isEmpty();

    // when
    assertThat(apply(created)).isTrue();

    // then
    assertThat(facts.seen(province)).isEqualTo(2);
    assertThat(facts.waiting()).isZero();
    assertThat(facts.map().existsOn(province, DAY)).isFalse();
  }

  @Test
  void a_duplicate_changes_nothing_and_keeps_the_snapshot() {
    // given
    org.province("54");
    apply(org.facts().getFirst());
    var before = facts.map();

    // when
    assertThat(apply(org.facts().getFirst())).isFalse();

    // then
    assertThat(facts.map()).isSameAs(before);
  }

  @Test
  void a_snapshot_does_not_change_when_more_is_learnt() {
    // given
    var province = org.province("54");
    apply(org.facts().getFirst());
    var before = facts.map();

    // when
    org.close(province, DAY);
    apply(org.facts().getLast());

    // then
    assertThat(before.existsOn(province, DAY)).isTrue();
    assertThat(facts.map().existsOn(province, DAY)).isFalse();
    assertThat(facts.map().version()).isNotEqualTo(before.version());
  }

  @Test
  void a_proposal_leaves_the_map_as_it_is_and_only_takes_its_place_in_the_order() {
    // given
    var province = org.province("54");
    var redrawing = UUID.randomUUID();
    apply(org.facts().getFirst());
    var before = facts.map();

    // when
    assertThat(facts.apply(redrawing, 1, new RedrawingProposed("author", DAY))).isTrue();
    facts.apply(province, 2, new WomenCountProposed(WomenDefinition.ALL_WOMEN, DAY, "author"));

    // then
    assertThat(facts.map()).isSameAs(before);
    assertThat(facts.seen(redrawing)).isEqualTo(1);
    assertThat(facts.seen(province)).isEqualTo(2);
  }

  @Test
  void what_lies_in_a_locality_shares_its_traits_while_they_hold() {
    // given
    var province = org.province("54");
    var commune = org.commune("22018", province);
    var other = org.commune("22019", province);
    var branch = org.branch("B1", commune);
    org.trait(commune, UnitTrait.PROJECT_8_AREA, DAY, DAY.plusYears(1));

    // then
    var map = org.map();
    assertThat(map.hasTrait(commune, List.of(), UnitTrait.PROJECT_8_AREA, DAY)).isTrue();
    assertThat(map.hasTrait(branch, List.of(), UnitTrait.PROJECT_8_AREA, DAY.plusYears(1)))
        .isTrue();
    assertThat(map.hasTrait(branch, List.of(), UnitTrait.PROJECT_8_AREA, DAY.minusDays(1)))
        .isFalse();
    assertThat(
            map.hasTrait(branch, List.of(), UnitTrait.PROJECT_8_AREA, DAY.plusYears(1).plusDays(1)))
        .isFalse();
    assertThat(map.hasTrait(branch, List.of(), UnitTrait.RELIGIOUS_AREA, DAY)).isFalse();
    assertThat(map.hasTrait(other, List.of(), UnitTrait.PROJECT_8_AREA, DAY)).isFalse();
    assertThat(map.hasTrait(province, List.of(), UnitTrait.PROJECT_8_AREA, DAY)).isFalse();
  }

  @Test
  void a_trait_is_stated_anew_for_its_day_taken_back_and_not_handed_on() {
    // given
    var province = org.province("54");
    var commune = org.commune("22018", province);
    org.trait(commune, UnitTrait.RELIGIOUS_AREA, DAY, DAY.plusDays(9));
    org.trait(commune, UnitTrait.RELIGIOUS_AREA, DAY, null);
    org.trait(commune, UnitTrait.KEY_PROJECT_AREA, DAY, null);
    org.noTrait(commune, UnitTrait.KEY_PROJECT_AREA, DAY);
    var merging = org.redrawing(DAY.plusYears(1));
    var successor = merging.merge("22020", UnitLevel.COMMUNE, province, commune);
    merging.done();

    // then
    var map = org.map();
    assertThat(map.unit(commune).orElseThrow().traits())
        .containsExactly(
            new OrgUnit.Trait(UnitTrait.RELIGIOUS_AREA, DAY, null, OrgMother.DOCUMENT));
    assertThat(map.hasTrait(commune, List.of(), UnitTrait.RELIGIOUS_AREA, DAY.plusDays(10)))
        .isTrue();
    assertThat(map.hasTrait(successor, List.of(), UnitTrait.RELIGIOUS_AREA, DAY.plusYears(1)))
        .isFalse();
  }

  private boolean apply(OrgMother.Fact fact) {
    return facts.apply(fact.subject(), fact.sequence(), fact.event());
  }
}
