package vn.sen.local.demo.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.local.demo.dataset.DatasetMother.FACTS;
import static vn.sen.local.demo.dataset.DatasetMother.PUBLISHED;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.UnitLevel;

class DatasetTest {

  private static final LocalDate REPORT = LocalDate.of(2023, 12, 31);

  @Nested
  class The_published_targets {

    private final Dataset dataset = DatasetMother.whole(2023);

    @Test
    void are_met_by_the_sums() {
      assertThat(dataset.membersOn(LocalDate.of(2022, 12, 31))).hasSize(158_698);
      assertThat(dataset.membersOn(REPORT)).hasSize(161_102);
      assertThat(dataset.communes().stream().mapToInt(Commune::women).sum()).isEqualTo(221_904);
      assertThat(dataset.communes().stream().mapToInt(Commune::womenPresent).sum())
          .isEqualTo(206_400);
      assertThat(dataset.flows().departures()).hasSize(1_980 + 1_046 + 1_140);
      assertThat(dataset.flows().readmissions()).hasSize(140);
    }

    @Test
    void leave_six_communes_under_the_threshold() {
      var counted = dataset.headcount(REPORT, REPORT).communes();
      var under =
          dataset.communes().stream()
              .filter(c -> counted.get(c.key()) * 100L < c.womenPresent() * 60L)
              .toList();
      assertThat(under).hasSize(6).allMatch(Commune::low);
      assertThat(under.stream().mapToInt(c -> counted.get(c.key())).sum()).isEqualTo(5_130);
      assertThat(under.stream().mapToInt(Commune::women).sum()).isEqualTo(9_600);
      assertThat(under.stream().mapToInt(Commune::womenPresent).sum()).isEqualTo(9_000);
    }

    @Test
    void keep_the_number_of_admission_days_small() {
      var days = new HashSet<String>();
      IntStream.range(0, dataset.people().size())
          .filter(p -> dataset.people().joinedOn(p).getYear() < 2023)
          .forEach(
              p -> days.add(dataset.people().branch(p).key() + "/" + dataset.people().joinedOn(p)));
      assertThat(days).hasSizeBetween(10_000, 16_000);
    }

    @Test
    void give_every_commune_five_to_eight_branches_with_names_of_their_own() {
      assertThat(dataset.communes())
          .hasSize(110)
          .allSatisfy(
              c -> {
                assertThat(c.branches()).hasSizeBetween(5, 8);
                assertThat(c.branches()).extracting(Branch::name).doesNotHaveDuplicates();
              });
      assertThat(dataset.branches()).extracting(b -> b.key().code()).doesNotHaveDuplicates();
      assertThat(dataset.branches())
          .extracting(Branch::name)
          .contains("Chi hội khu phố Phước Hậu 3", "Chi hội khu phố Ninh Tịnh 1")
          .allMatch(name -> name.startsWith("Chi hội "));
    }
  }

  @Nested
  class The_same_seed {

    @Test
    void gives_the_same_bytes_and_another_seed_others() {
      assertThat(csv(DatasetMother.small(7))).isEqualTo(csv(DatasetMother.small(7)));
      assertThat(csv(DatasetMother.small(7))).isNotEqualTo(csv(DatasetMother.small(8)));
    }

    @Test
    void gives_the_same_flows_and_assignments() {
      assertThat(DatasetMother.small(7).flows()).isEqualTo(DatasetMother.small(7).flows());
      assertThat(DatasetMother.small(7).assignments())
          .isEqualTo(DatasetMother.small(7).assignments());
      assertThat(DatasetMother.small(7).flows()).isNotEqualTo(DatasetMother.small(8).flows());
    }
  }

  @Nested
  class The_redrawings {

    private final Dataset dataset = DatasetMother.small(1);

    @Test
    void lead_to_106_and_34_communes() {
      assertThat(dataset.redrawings())
          .extracting(Redrawing::effectiveOn)
          .containsExactly(LocalDate.of(2024, 11, 1), LocalDate.of(2025, 7, 1));
      var there = new HashMap<UnitKey, UnitFact>();
      FACTS.firstMap().forEach(u -> there.put(u.key(), u));
      assertThat(communes(there)).isEqualTo(110);

      apply(dataset.redrawings().getFirst(), there);
      assertThat(communes(there)).isEqualTo(106);
      assertThat(there.keySet()).isEqualTo(keysOn(LocalDate.of(2024, 11, 1)));

      apply(dataset.redrawings().getLast(), there);
      assertThat(communes(there)).isEqualTo(34);
      assertThat(there.keySet()).isEqualTo(keysOn(LocalDate.of(2025, 7, 1)));
    }

    @Test
    void close_the_nine_districts_without_successors() {
      assertThat(dataset.redrawings().getLast().closes()).hasSize(9);
      assertThat(dataset.redrawings().getFirst().closes()).isEmpty();
    }

    @Test
    void keep_all_members_and_leave_a_remainder_only_where_the_source_is_silent() {
      var of2024 = dataset.headcount(REPORT, LocalDate.of(2024, 11, 1));
      var of2025 = dataset.headcount(REPORT, LocalDate.of(2025, 8, 1));
      assertThat(of2024.communes()).hasSize(106);
      assertThat(of2024.remainder()).isZero();
      assertThat(of2024.total()).isEqualTo(dataset.targets().members());
      assertThat(of2025.communes()).hasSize(34);
      assertThat(of2025.remainder()).isPositive();
      assertThat(of2025.total()).isEqualTo(dataset.targets().members());
    }

    @Test
    void bring_the_named_quarters_to_their_wards() {
      var walk = new MapWalk(FACTS, dataset.assignments());
      var quarter =
          dataset.branches().stream()
              .filter(b -> b.name().endsWith("Phước Hậu 3"))
              .findFirst()
              .orElseThrow();
      assertThat(walk.place(quarter, LocalDate.of(2024, 11, 1)))
          .contains(new UnitKey("22018", LocalDate.of(2024, 11, 1)));
      assertThat(walk.place(quarter, LocalDate.of(2025, 7, 1)))
          .contains(new UnitKey("22015", LocalDate.of(2025, 7, 1)));
    }

    @Test
    void assign_whole_branches_and_single_members_of_every_silent_split() {
      var latest = LocalDate.of(2025, 7, 1);
      assertThat(dataset.assignments().branches())
          .filteredOn(a -> a.redrawing().equals(latest))
          .hasSizeGreaterThanOrEqualTo(7);
      assertThat(dataset.assignments().members())
          .isNotEmpty()
          .allMatch(a -> a.redrawing().equals(latest));
    }

    private void apply(Redrawing redrawing, HashMap<UnitKey, UnitFact> there) {
      redrawing.closes().forEach(there::remove);
      redrawing.successions().forEach(s -> there.remove(s.from()));
      redrawing.created().forEach(u -> there.put(u.key(), u));
    }

    private long communes(HashMap<UnitKey, UnitFact> there) {
      return there.values().stream().filter(u -> u.level() == UnitLevel.COMMUNE).count();
    }

    private HashSet<UnitKey> keysOn(LocalDate day) {
      var keys = new HashSet<UnitKey>();
      FACTS.units().stream().filter(u -> u.existsOn(day)).forEach(u -> keys.add(u.key()));
      return keys;
    }
  }

  @Nested
  class Flows_of_the_year {

    @Test
    void never_touch_anybody_before_she_joined_nor_from_the_branch_she_is_in() {
      var dataset = DatasetMother.whole(5);
      assertThat(dataset.flows().transfers())
          .hasSize(
              PUBLISHED.transfersInsideCommune()
                  + PUBLISHED.transfersInsideDistrict()
                  + PUBLISHED.transfersBetweenDistricts())
          .allMatch(t -> !t.to().equals(dataset.people().branch(t.person())));
      assertThat(dataset.flows().departures())
          .allMatch(d -> d.on().isAfter(dataset.people().joinedOn(d.person())))
          .allMatch(d -> d.on().getYear() == 2023);
      assertThat(dataset.flows().formerDepartures())
          .allMatch(d -> d.on().isAfter(dataset.people().joinedOn(d.person())))
          .allMatch(d -> d.on().getYear() < 2023);
    }
  }

  private static byte[] csv(Dataset dataset) {
    var out = new ByteArrayOutputStream();
    new MemberCsv(dataset.people()).forEach(out::writeBytes);
    return out.toByteArray();
  }
}
