package vn.sen.reporting.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.sen.reporting.province.ProvinceWorld.END_OF_2023;
import static vn.sen.reporting.province.ProvinceWorld.OCTOBER;
import static vn.sen.reporting.province.ProvinceWorld.line;
import static vn.sen.reporting.province.ProvinceWorld.section;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.lending.LendingQuery;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.province.ProvinceReport.Figure;
import vn.sen.reporting.province.ReportDefinition.Line;
import vn.sen.reporting.province.ReportDefinition.Section;
import vn.sen.reporting.province.ReportDefinition.Split;

class ProvinceReporterTest {

  private final ProvinceWorld world = new ProvinceWorld();

  private static ProvinceQuery query(LocalDate asOf, UnitLevel level) {
    return new ProvinceQuery("54", asOf, asOf, level, null);
  }

  private ProvinceReport general(LocalDate asOf) {
    return world.report(ProvinceWorld.general(), query(asOf, UnitLevel.COMMUNE));
  }

  private static BigDecimal value(ProvinceReport report, String key) {
    return report.figure(key).map(Figure::value).orElseThrow(() -> new AssertionError(key));
  }

  @Nested
  class Figures {

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        textBlock =
            """
            membership.members; 44
            membership.net-change; 2
            membership.in; 3
            membership.out; 1
            membership.women.ALL_WOMEN; 150
            membership.gathering-rate.ALL_WOMEN; 29.33
            membership.communes-under-threshold; 2
            training.classes; 1
            training.in-post; 2
            groups.alive; 2
            groups.alive[type=TTCD]; 1
            groups.founded[type=CLB]; 1
            lending.outstanding; 252400000
            lending.outstanding[bank=VBSP]; 91000000
            lending.households; 3
            lending.households[bank=AGRIBANK]; 1
            lending.overlap; 1
            programmes.result[indicator=DIALOGUES,programme=DA8]; 1
            programmes.target[indicator=DIALOGUES,programme=DA8]; 2
            programmes.percent[indicator=DIALOGUES,programme=DA8]; 50.0
            """)
    void areThoseOfTheOtherReports(String key, BigDecimal expected) {
      assertThat(value(general(OCTOBER), key)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER-SOFTWARE, 50.0, 1", "NOTHING-OF-THE-KIND, , "})
    void areLimitedAsTheLineSays(String competency, BigDecimal coverage, BigDecimal trained) {
      var of = Map.of("competency", competency, "postLevel", "COMMUNE");
      var section =
          section(OCTOBER, false, line("training.coverage", of), line("training.trained", of));
      var report = world.report(ProvinceWorld.of(section), query(OCTOBER, UnitLevel.COMMUNE));
      assertThat(report.figures().get(0).value()).isEqualTo(coverage);
      assertThat(report.figures().get(1).value()).isEqualTo(trained);
    }

    @Test
    void ofATypeThatIsNotKnownThenAreNoneAndKeepNothingFromTheOthers() {
      // given a definition whose lines name a type of groups that the books do not know
      var of = Map.of("type", "LATER");
      var divided = new Line("groups.alive", "Tổ, nhóm", of, Split.GROUP_TYPE, null, null, null);
      var section =
          section(
              OCTOBER,
              false,
              divided,
              line("groups.founded", of),
              line("membership.members", Map.of()));
      // when
      var report = world.report(ProvinceWorld.of(section), query(OCTOBER, UnitLevel.COMMUNE));
      // then
      assertThat(report.figures())
          .extracting(Figure::indicator)
          .containsExactly("groups.founded", "membership.members");
      assertThat(report.figures().getFirst().value()).isNull();
      assertThat(value(report, "membership.members")).isEqualByComparingTo("44");
    }

    @Test
    void ofRowsAddUpToTheTotalsOfWhatAddsUp() {
      var report = general(OCTOBER);
      for (var key :
          List.of("membership.members", "lending.outstanding", "lending.loans", "groups.alive")) {
        int column = report.columns().indexOf(key);
        var sum =
            report.rows().stream()
                .map(row -> row.values().get(column))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).as(key).isEqualByComparingTo(value(report, key));
      }
    }

    @Test
    void ofPartsAreDividedByUnitToo() {
      var report = general(OCTOBER);
      int column = report.columns().indexOf("lending.outstanding[bank=AGRIBANK]");
      assertThat(report.rows())
          .extracting(row -> row.unit().code(), row -> row.values().get(column).longValueExact())
          .containsExactly(tuple("22015", 66_400_000L), tuple("22024", 0L));
    }

    @Test
    void areTheSameUnderALaterMap() {
      var later = new ProvinceQuery("66", OCTOBER, SmallProvince.MERGER, UnitLevel.COMMUNE, null);
      var merged = world.report(ProvinceWorld.general(), later);
      var before = general(OCTOBER);
      assertThat(merged.unit().name()).isEqualTo("Tỉnh Đắk Lắk");
      for (var key : List.of("membership.members", "lending.outstanding", "lending.households")) {
        assertThat(value(merged, key)).isEqualByComparingTo(value(before, key));
      }
    }

    @Test
    void ofProgrammesAreNotToldForLocalitiesWithATrait() {
      world.units.trait(world.units.communeB, UnitTrait.RELIGIOUS_AREA);
      var coastal =
          new ProvinceQuery("54", OCTOBER, OCTOBER, UnitLevel.COMMUNE, UnitTrait.RELIGIOUS_AREA);
      var report = world.report(ProvinceWorld.general(), coastal);
      assertThat(value(report, "membership.members")).isEqualByComparingTo("12");
      assertThat(value(report, "lending.outstanding")).isEqualByComparingTo("141000000");
      assertThat(report.figures()).noneMatch(f -> f.indicator().startsWith("programmes."));
    }
  }

  @Nested
  class Days {

    private final Line members = line("membership.members", Map.of());
    private final Line owed = line("lending.outstanding", Map.of());

    @Test
    void areTheDefinitionsBeforeTheReaders() {
      var assumed = section(END_OF_2023, true, members, owed);
      var report = world.report(ProvinceWorld.of(assumed), query(OCTOBER, UnitLevel.DISTRICT));
      assertThat(report.asOf()).isEqualTo(OCTOBER);
      assertThat(report.figures())
          .allMatch(f -> f.asOf().equals(END_OF_2023))
          .allMatch(Figure::assumed);
      // with the loan of November
      assertThat(value(report, "lending.outstanding")).isEqualByComparingTo("302400000");
    }

    @Test
    void ofALineGoBeforeThoseOfItsSection() {
      var own = new Line("lending.outstanding", "Dư nợ", Map.of(), null, OCTOBER, null, null);
      var definition = ProvinceWorld.of(section(END_OF_2023, true, members, own));
      var report = world.report(definition, query(END_OF_2023, UnitLevel.DISTRICT));
      assertThat(report.figures().get(1).asOf()).isEqualTo(OCTOBER);
      assertThat(report.figures().get(1).assumed()).isFalse();
      assertThat(value(report, "lending.outstanding")).isEqualByComparingTo("252400000");
      assertThat(ProvinceReporter.days(definition, OCTOBER))
          .containsExactlyInAnyOrder(OCTOBER, END_OF_2023);
    }

    @Test
    void areTheReadersWithoutADefinition() {
      assertThat(general(OCTOBER).figures()).allMatch(f -> f.asOf().equals(OCTOBER));
      assertThat(general(OCTOBER).figures()).noneMatch(Figure::assumed);
    }
  }

  @Test
  void putsFiguresIntoItsSentences() {
    var text = general(OCTOBER).sections().getFirst().text().getFirst();
    assertThat(text)
        .startsWith("Tính đến ngày 30/10/2023, Tỉnh Phú Yên có 44 hội viên.")
        .contains("đạt 29,33 % tổng số phụ nữ");
  }

  @Test
  void isTheSameForTheSameBooks() {
    var books = world.books();
    var definition = new Versioned(ProvinceWorld.general(), 0);
    var json = JsonMapper.shared();
    var one = ProvinceReporter.report(books, definition, query(OCTOBER, UnitLevel.COMMUNE));
    var other = ProvinceReporter.report(books, definition, query(OCTOBER, UnitLevel.COMMUNE));
    assertThat(json.writeValueAsString(one)).isEqualTo(json.writeValueAsString(other));
    assertThat(other).isNotSameAs(one);
  }

  @Test
  void isMadeOnceForAllWhoAskTheSame() {
    var reports = new ProvinceReports();
    var books = world.books();
    var definition = new Versioned(ProvinceWorld.general(), 0);
    var asked = query(OCTOBER, UnitLevel.COMMUNE);
    var first = reports.read(books).report(definition, asked);
    assertThat(reports.read(books).report(definition, asked)).isSameAs(first);
    assertThat(reports.read(books).report(new Versioned(definition.definition(), 1), asked))
        .isNotSameAs(first);
  }

  @Test
  void countsNothingASecondTime() {
    var books = world.books();
    var report =
        ProvinceReporter.report(
            books, new Versioned(ProvinceWorld.general(), 0), query(OCTOBER, UnitLevel.COMMUNE));
    var own =
        books
            .lending()
            .read()
            .report(
                new LendingQuery(
                    "54",
                    OCTOBER,
                    OCTOBER,
                    UnitLevel.COMMUNE,
                    OCTOBER.withDayOfYear(1),
                    LendingQuery.Selection.ALL,
                    Set.of()));
    assertThat(value(report, "lending.outstanding"))
        .isEqualTo(BigDecimal.valueOf(own.total().outstanding()));
  }

  @Nested
  class ADefinition {

    @ParameterizedTest
    @CsvSource({
      "membership.nothing, , , indicator-unknown, /sections/0/lines/0/indicator",
      "membership.members, bank, VBSP, indicator-not-so-limited, /sections/0/lines/0/of/bank",
      "membership.in, flow, BIRTH, indicator-not-so-limited, /sections/0/lines/0/of/flow",
      "training.coverage, postLevel, WORLD, indicator-not-so-limited,"
          + " /sections/0/lines/0/of/postLevel",
    })
    void ofWhatCannotBeCountedIsRefused(
        String indicator, String dimension, String value, String rule, String pointer) {
      var of = dimension == null ? Map.<String, String>of() : Map.of(dimension, value);
      var definition = ProvinceWorld.of(section(null, false, line(indicator, of)));
      assertThatThrownBy(() -> DefinitionCheck.check(definition))
          .hasMessage(rule)
          .hasFieldOrPropertyWithValue("pointer", pointer);
    }

    @Test
    void isNotDividedByWhatItsIndicatorDoesNotHave() {
      var divided = new Line("membership.members", "x", Map.of(), Split.BANK, null, null, null);
      var definition = ProvinceWorld.of(section(null, false, divided));
      assertThatThrownBy(() -> DefinitionCheck.check(definition))
          .hasMessage("indicator-not-so-limited")
          .hasFieldOrPropertyWithValue("pointer", "/sections/0/lines/0/by");
    }

    @Test
    void doesNotSpeakOfFiguresThatItLacks() {
      var section =
          new Section(
              "s",
              "Mục",
              null,
              null,
              null,
              List.of("Có {membership.members} hội viên, dư nợ {lending.outstanding}"),
              List.of(line("membership.members", Map.of())),
              List.of());
      assertThatThrownBy(() -> DefinitionCheck.check(ProvinceWorld.of(section)))
          .hasMessage("figure-not-in-report")
          .hasFieldOrPropertyWithValue("pointer", "/sections/0/text/0");
    }

    @Test
    void thatComesWithThePlatformIsInOrder() {
      DefinitionCheck.check(ProvinceWorld.general());
    }
  }
}
