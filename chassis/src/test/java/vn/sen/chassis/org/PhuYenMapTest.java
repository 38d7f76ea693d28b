package vn.sen.chassis.org;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.chassis.org.OrgMother.ALWAYS;
import static vn.sen.chassis.org.PhuYenMother.FIRST_REDRAWING;
import static vn.sen.chassis.org.PhuYenMother.SECOND_REDRAWING;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.WomenDefinition;

class PhuYenMapTest {

  private static final LocalDate Y2023 = LocalDate.parse("2023-12-31");
  private static final LocalDate AUGUST_2025 = LocalDate.parse("2025-08-01");

  private final PhuYenMother phuYen = new PhuYenMother();
  private final OrgMap map = phuYen.org.map();

  @ParameterizedTest
  @CsvSource({
    "2023-12-31, 54, 9, 110",
    "2024-10-31, 54, 9, 110",
    "2024-11-01, 54, 9, 106",
    "2025-06-30, 54, 9, 106",
    "2025-07-01, 66, 0, 34",
    "2025-08-01, 66, 0, 34"
  })
  void the_map_of_each_day_has_its_units(
      LocalDate day, String province, int districts, int communes) {
    var root = map.byCode(province, day).orElseThrow();
    assertThat(map.unitsAt(day, UnitLevel.DISTRICT)).hasSize(districts);
    assertThat(map.unitsAt(day, UnitLevel.COMMUNE))
        .hasSize(communes)
        .allSatisfy(c -> assertThat(map.place(c.id(), List.of(), day).path()).endsWith(root.id()));
    assertThat(map.childrenOf(root.id(), day)).hasSize(districts == 0 ? communes : districts);
  }

  @Test
  void a_recycled_code_means_another_unit() {
    assertThat(map.byCode("22018", Y2023)).map(OrgUnit::id).contains(phuYen.unit("22018", ALWAYS));
    assertThat(map.byCode("22018", FIRST_REDRAWING))
        .map(OrgUnit::id)
        .contains(phuYen.unit("22018", FIRST_REDRAWING));
    assertThat(map.byCode("22018", AUGUST_2025)).isEmpty();
    assertThat(map.byCode("54", AUGUST_2025)).isEmpty();
  }

  @Test
  void only_communes_that_were_split_are_left_open() {
    // given one split in 2024 (Phường 9), six communes split in 2025 besides Phường 9 again
    var communes = phuYen.firstCommunes();

    // then
    assertThat(communes).hasSize(110);
    assertThat(remainders(communes, FIRST_REDRAWING)).containsExactly("22024");
    assertThat(remainders(communes, AUGUST_2025))
        .containsExactly("22024", "22225", "22228", "22246", "22252", "22312", "22315");
  }

  @Test
  void the_remainders_of_2024_stand_under_the_city_those_of_2025_under_the_province() {
    var ward9 = phuYen.unit("22024", ALWAYS);
    assertThat(map.place(ward9, List.of(), FIRST_REDRAWING).lowest())
        .contains(phuYen.unit("555", ALWAYS));
    assertThat(map.place(ward9, List.of(), AUGUST_2025).lowest())
        .contains(phuYen.unit("66", SECOND_REDRAWING));
  }

  @Test
  void a_personal_assignment_of_2024_leads_through_2025() {
    // given a woman of Phường 9 assigned to Phường 2, which was merged whole into Phường Tuy Hòa
    var via = List.of(phuYen.unit("22018", FIRST_REDRAWING));

    // then
    assertThat(map.place(phuYen.unit("22024", ALWAYS), via, AUGUST_2025).path())
        .containsExactly(
            phuYen.unit("22015", SECOND_REDRAWING), phuYen.unit("66", SECOND_REDRAWING));
  }

  @Test
  void the_communes_of_today_stood_in_phu_yen_before() {
    for (var commune : map.unitsAt(AUGUST_2025, UnitLevel.COMMUNE)) {
      assertThat(map.place(commune.id(), List.of(), Y2023).path())
          .endsWith(phuYen.unit("54", ALWAYS));
    }
  }

  @Test
  void denominators_add_up_after_full_merges_only() {
    // given a number for each of the 110 communes
    phuYen.firstCommunes().forEach(c -> phuYen.org.women(c, 1_000, Y2023));
    var counted = phuYen.org.map();

    // then
    assertThat(women(counted, phuYen.unit("54", ALWAYS), Y2023).count()).hasValue(110_000);
    assertThat(women(counted, phuYen.unit("22051", SECOND_REDRAWING), AUGUST_2025).count())
        .hasValue(4_000);
    assertThat(women(counted, phuYen.unit("22015", SECOND_REDRAWING), AUGUST_2025).count())
        .isEmpty();

    // and the province names the communes that a split touched
    assertThat(women(counted, phuYen.unit("66", SECOND_REDRAWING), AUGUST_2025).missing())
        .hasSize(11)
        .contains(phuYen.unit("22015", SECOND_REDRAWING))
        .doesNotContain(phuYen.unit("22051", SECOND_REDRAWING));
  }

  private WomenCount women(OrgMap counted, UUID unit, LocalDate hierarchy) {
    return counted.womenOn(unit, WomenDefinition.ALL_WOMEN, AUGUST_2025, hierarchy);
  }

  private List<String> remainders(List<UUID> communes, LocalDate day) {
    return communes.stream()
        .filter(c -> map.place(c, List.of(), day).remainder())
        .map(c -> map.unit(c).orElseThrow().code())
        .sorted()
        .toList();
  }
}
