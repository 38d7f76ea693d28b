package vn.sen.reporting.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.lending.GroupLine;
import vn.sen.reporting.lending.LoanLine;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Unit;

class FlatteningTest {

  private static final LocalDate MAY = LocalDate.of(2023, 5, 1);

  @Test
  void aReportIsATableOfItsRowsWithTheRemainderAndTheTotalLast() {
    var rows = ReportMother.loans().table(Table.MAIN).orElseThrow();
    assertThat(rows.columns())
        .containsExactly(
            "row",
            "unit.code",
            "unit.name",
            "outstanding",
            "overduePercent",
            "buckets.90.overdue",
            "buckets.null.overdue");
    assertThat(all(rows))
        .containsExactly(
            List.of(
                text("UNIT"),
                text("22015"),
                text("Phường 1"),
                number("1234567000"),
                Cell.EMPTY,
                number("5"),
                number("0")),
            List.of(
                text("REMAINDER"),
                Cell.EMPTY,
                Cell.EMPTY,
                number("890"),
                number("59.97"),
                number("0"),
                number("7")),
            List.of(
                text("TOTAL"),
                Cell.EMPTY,
                Cell.EMPTY,
                number("1234567890"),
                number("0.15"),
                number("5"),
                number("7")));
  }

  @Test
  void whatIsTrueOfTheWholeIsAFact() {
    assertThat(ReportMother.loans().facts())
        .containsExactly(
            new Fact("unit.code", text("54")),
            new Fact("unit.name", text("Tỉnh Phú Yên")),
            new Fact("asOf", new Cell.Day(LocalDate.of(2023, 10, 30))),
            new Fact("hierarchy", new Cell.Day(LocalDate.of(2023, 12, 31))),
            new Fact("level", text("COMMUNE")),
            new Fact("by", text("BANK; UNIT")),
            new Fact("unplaced.loans", number("0")),
            new Fact("unplaced.outstanding", number("4")));
  }

  @Test
  void everyOtherListIsATableOfItsOwn() {
    var report = ReportMother.loans();
    assertThat(report.tables())
        .extracting(Table::name)
        .containsExactly("rows", "byBank", "overlap", "cells");
    assertThat(all(report.table("overlap").orElseThrow()))
        .containsExactly(List.of(text("Một; Hai"), number("3")));
    assertThat(report.table("cells").orElseThrow().columns()).isEmpty();
  }

  @Test
  void aListOfAReportIsATableAlsoWhereItsEntriesHaveAKey() {
    var report =
        Flattening.of(
            "lending.duties",
            ReportMother.read(
                """
                {"months": [{"month": "2024-01", "received": 1}, {"month": "2024-02", "received": 2}]}
                """));
    assertThat(report.facts()).isEmpty();
    assertThat(all(report.tables().getFirst()))
        .containsExactly(
            List.of(text("2024-01"), number("1")), List.of(text("2024-02"), number("2")));
  }

  @Test
  void aListWithinAListRepeatsWhatStandsAboveIt() {
    // when
    var report = Flattening.of("programmes", ReportMother.read(ReportMother.PROGRAMMES));
    // then
    assertThat(report.tables())
        .extracting(Table::name)
        .containsExactly("programmes.indicators.rows");
    var rows = report.tables().getFirst();
    assertThat(rows.columns())
        .startsWith("programmes.code", "programmes.name")
        .contains("programmes.indicators.code", "row", "unit.code")
        .endsWith("target", "result");
    assertThat(column(rows, "programmes.indicators.code"))
        .containsExactly(text("TTCD"), text("TTCD"), text("TTCD"), text("CLB"));
    assertThat(column(rows, "row"))
        .containsExactly(text("UNIT"), text("REMAINDER"), text("TOTAL"), text("TOTAL"));
    assertThat(column(rows, "result"))
        .containsExactly(number("80"), number("0"), number("80"), number("1"));
  }

  @Test
  void bareValuesAreNamedByTheColumnsOfTheReport() {
    // when
    var report =
        Flattening.of(
            "province",
            ReportMother.read(
                """
                {"columns": ["members", "loans.open"],
                 "rows": [{"unit": null, "remainder": true, "values": [7, null]}]}
                """));
    // then
    var rows = report.tables().getFirst();
    assertThat(rows.columns())
        .containsExactly("row", "unit", "values.members", "values.loans.open");
    assertThat(column(rows, "values.members")).containsExactly(number("7"));
    assertThat(report.facts()).isEmpty();
  }

  @Test
  void whatHasANameWithinTheReportIsATableBesideTheListItStandsIn() {
    // when
    var report =
        Flattening.of(
            "province",
            ReportMother.read(
                """
                {"sections": [
                  {"code": "m", "title": "Hội viên", "text": ["Có 7.", "Và 3 %."], "charts": [],
                   "figures": [{"key": "members", "of": {}, "value": 7, "shown": {"power": 0}},
                               {"key": "rate", "of": {}, "value": null, "shown": {"power": 0}}]},
                  {"code": "l", "title": "Vay vốn", "text": [], "figures": [
                   {"key": "debt[bank=A]", "of": {"bank": "A"}, "value": 9, "shown": {"power": 6}}],
                   "charts": [{"title": "Nợ", "line": "debt/BANK"}]}],
                 "rows": []}
                """));
    // then
    assertThat(report.tables())
        .extracting(Table::name)
        .containsExactly("figures", "sections", "charts", "rows");
    var figures = report.tables().getFirst();
    assertThat(figures.columns())
        .containsExactly(
            "sections.code",
            "sections.title",
            "sections.figures.key",
            "sections.figures.of.bank",
            "sections.figures.value",
            "sections.figures.shown.power");
    assertThat(all(figures))
        .containsExactly(
            List.of(
                text("m"), text("Hội viên"), text("members"), Cell.EMPTY, number("7"), number("0")),
            List.of(text("m"), text("Hội viên"), text("rate"), Cell.EMPTY, Cell.EMPTY, number("0")),
            List.of(
                text("l"),
                text("Vay vốn"),
                text("debt[bank=A]"),
                text("A"),
                number("9"),
                number("6")));
    assertThat(report.table("sections").orElseThrow().columns())
        .containsExactly("code", "title", "text");
    assertThat(all(report.table("charts").orElseThrow()))
        .containsExactly(List.of(text("l"), text("Vay vốn"), text("Nợ"), text("debt/BANK")));
  }

  @Test
  void aLongListHasTheColumnsOfItsRecordWhateverIsInIt() {
    // given a loan outside any group
    var ward = new Unit(UUID.randomUUID(), "22015", "Phường 1", UnitLevel.COMMUNE, UnitKind.WARD);
    var bank = new Labelled(UUID.randomUUID(), "VBSP", "Ngân hàng Chính sách");
    var programme = new Labelled(UUID.randomUUID(), "HN", null);
    var loan =
        new LoanLine(UUID.randomUUID(), ward, bank, programme, null, null, MAY, MAY, 9, 5, 4, 0, 1);
    // when
    var table =
        RecordColumns.table(
            "items", LoanLine.class, () -> List.of(loan).iterator(), JsonMapper.shared());
    // then
    assertThat(table.columns())
        .containsExactly(
            "loan",
            "unit.code",
            "unit.name",
            "bank.code",
            "bank.name",
            "programme.code",
            "programme.name",
            "group",
            "groupRank",
            "since",
            "dueOn",
            "outstanding",
            "inTerm",
            "overdue",
            "frozen",
            "interestArrears");
    assertThat(column(table, "unit.code")).containsExactly(text("22015"));
    assertThat(column(table, "group")).containsExactly(Cell.EMPTY);
    assertThat(column(table, "since")).containsExactly(new Cell.Day(MAY));
    assertThat(column(table, "overdue")).containsExactly(number("4"));
    assertThat(RecordColumns.of(GroupLine.class)).contains("group", "borrowers", "most");
  }

  @Test
  void bothLanguagesNameTheSameThings() {
    var vietnamese = Headings.in(Locale.of("vi"));
    var english = Headings.in(Locale.ENGLISH);
    assertThat(vietnamese.of("buckets.null.overdue"))
        .isEqualTo("Quá hạn – Trên 360 ngày – Quá hạn");
    assertThat(english.of("unit.code")).isEqualTo("Unit – Code");
    assertThat(english.of("of.the.future")).isEqualTo("of – the – future");
    assertThat(vietnamese.ofValue("level", "COMMUNE")).isEqualTo("Xã");
    assertThat(vietnamese.ofValue("programme.code", "OTHER")).isEqualTo("OTHER");
    assertThat(vietnamese.names()).isEqualTo(english.names());
  }

  private static List<List<Cell>> all(Table table) {
    var rows = new ArrayList<List<Cell>>();
    table.rows().get().forEachRemaining(rows::add);
    return rows;
  }

  private static List<Cell> column(Table table, String path) {
    return all(table).stream().map(row -> row.get(table.columns().indexOf(path))).toList();
  }

  private static Cell text(String text) {
    return new Cell.Text(text);
  }

  private static Cell number(String number) {
    return new Cell.Figure(new BigDecimal(number));
  }
}
