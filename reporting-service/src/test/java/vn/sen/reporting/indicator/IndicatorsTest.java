package vn.sen.reporting.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.sen.reporting.indicator.AnswerFigures.Answer;

class IndicatorsTest {

  private static final Indicators DICTIONARY = Indicators.ofThisRelease();
  private static final Map<String, Answer> ANSWERS = AnswerFigures.byAddress();
  private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z0-9]+(-[a-z0-9]+)*");

  private static Set<String> explained(String report) {
    return DICTIONARY.of(report).stream()
        .flatMap(one -> one.paths().stream())
        .collect(Collectors.toSet());
  }

  @Test
  void explainsEveryFigureOfEveryReport() {
    var missing = new ArrayList<String>();
    for (var report : DICTIONARY.reports()) {
      for (var address : report.addresses()) {
        assertThat(ANSWERS.keySet()).as("answered by a controller").contains(address);
        var paths = new HashSet<>(ANSWERS.get(address).paths());
        paths.removeAll(explained(report.id()));
        paths.forEach(path -> missing.add(address + ": " + path));
      }
    }
    assertThat(missing)
        .as("figures without an indicator: add them to the report's sheet")
        .isEmpty();
  }

  @Test
  void hasASheetForEveryReport() {
    var known =
        DICTIONARY.reports().stream()
            .flatMap(report -> report.addresses().stream())
            .collect(Collectors.toSet());
    assertThat(ANSWERS.keySet().stream().filter(address -> ANSWERS.get(address).report()))
        .as("reports without a sheet in resources/indicators")
        .isSubsetOf(known);
  }

  @Test
  void explainsNothingThatNoReportHas() {
    for (var report : DICTIONARY.reports()) {
      var figures =
          report.addresses().stream()
              .flatMap(address -> ANSWERS.get(address).paths().stream())
              .toList();
      assertThat(figures).as(report.id()).containsAll(explained(report.id()));
    }
  }

  @Test
  void explainsEachFigureOnce() {
    for (var report : DICTIONARY.reports()) {
      assertThat(DICTIONARY.of(report.id()).stream().flatMap(one -> one.paths().stream()))
          .as(report.id())
          .isNotEmpty()
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void saysOfEachWhatItIsInBothLanguagesAndWhoOwnsIt() {
    assertThat(DICTIONARY.all())
        .allSatisfy(
            one -> {
              assertThat(one.id()).matches(ID);
              assertThat(texts(one)).as(one.id()).allSatisfy(t -> assertThat(t).isNotBlank());
              assertThat(one.definition().vi()).as(one.id()).endsWith(".");
              assertThat(one.definition().en()).as(one.id()).endsWith(".");
              assertThat(one.kind()).as(one.id()).isNotNull();
              assertThat(one.ruleVersion()).as(one.id()).isPositive();
            });
  }

  private static List<String> texts(Indicator one) {
    return List.of(
        one.name().vi(),
        one.name().en(),
        one.definition().vi(),
        one.definition().en(),
        one.formula(),
        one.unitName().vi(),
        one.unitName().en(),
        one.owner().name().vi(),
        one.owner().name().en());
  }

  @Test
  void namesInFormulasOnlyIndicatorsThatThereAre() {
    var ids = DICTIONARY.all().stream().map(Indicator::id).collect(Collectors.toSet());
    var families =
        ids.stream().map(id -> id.substring(0, id.indexOf('.'))).collect(Collectors.toSet());
    for (var one : DICTIONARY.all()) {
      ID.matcher(one.formula())
          .results()
          .map(found -> found.group())
          .filter(id -> families.contains(id.substring(0, id.indexOf('.'))))
          .forEach(id -> assertThat(ids).as("formula of " + one.id()).contains(id));
    }
  }

  @Test
  void knowsTheFigureThatTheWarningIsAbout() {
    var rate = DICTIONARY.indicator("membership.gathering-rate");
    assertThat(rate.report()).isEqualTo("membership");
    assertThat(rate.path()).isEqualTo("total.gatheringRates[].percent");
    assertThat(rate.paths()).contains("rows[].gatheringRates[].percent");
    assertThat(rate.unit()).isEqualTo(Measure.PERCENT);
    assertThat(rate.additive()).isFalse();
    assertThat(rate.owner().name().vi()).isEqualTo("Ban Tổ chức");
  }

  @Test
  void knowsFiguresByPartAndRefusesWhatItDoesNotHave() {
    assertThat(DICTIONARY.indicator("membership.women.ALL_WOMEN").id())
        .isEqualTo("membership.women");
    assertThatThrownBy(() -> DICTIONARY.indicator("membership.songs"))
        .isInstanceOf(IndicatorNotInDictionary.class);
    assertThatThrownBy(() -> DICTIONARY.of("songs")).isInstanceOf(ReportNotInDictionary.class);
  }
}
