package vn.sen.reporting.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sen.reporting.province.ProvinceWorld.END_OF_2023;
import static vn.sen.reporting.province.ProvinceWorld.OCTOBER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sen.events.reporting.FigureFinding;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.province.ProvinceQuery;
import vn.sen.reporting.province.ProvinceReports;
import vn.sen.reporting.province.ProvinceWorld;

/** Two loans of VBSP and one each of Agribank and LPBank; see {@link ProvinceWorld}. */
class RegisterTest {

  private final ProvinceWorld world = new ProvinceWorld();

  private PublishedFigure figure(
      String indicator, Map<String, String> of, String value, int power, LocalDate asOf) {
    var written = new BigDecimal(value);
    return new PublishedFigure(
        "báo cáo thử",
        "theo nguồn",
        world.units.province,
        indicator,
        of,
        written.unscaledValue().longValueExact(),
        written.scale(),
        1,
        "",
        power,
        asOf,
        false,
        null,
        null);
  }

  private PublishedFigure owed(String bank, String value, int power) {
    var of = bank == null ? Map.<String, String>of() : Map.of("bank", bank);
    return figure("lending.outstanding", of, value, power, OCTOBER);
  }

  private PublishedFigure households(String bank, String value) {
    var of = bank == null ? Map.<String, String>of() : Map.of("bank", bank);
    return figure("lending.households", of, value, 0, OCTOBER);
  }

  private PublishedReport compare(PublishedFigure... figures) {
    var registered = Stream.of(figures).map(f -> new Registered(UUID.randomUUID(), 1, f)).toList();
    var reading = new ProvinceReports().read(world.books());
    var query =
        new ProvinceQuery(world.units.province.toString(), END_OF_2023, END_OF_2023, null, null);
    return new Register(reading.named(query), registered, null).compare(reading::report);
  }

  private Compared only(PublishedFigure figure) {
    return compare(figure).figures().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    // 91 million are counted
    "91, 6, 0, EQUAL",
    "0.09, 9, 0.001, WITHIN_PRECISION",
    "90.6, 6, 0.4, UNEXPLAINED",
    "92, 6, -1, UNEXPLAINED",
  })
  void aDifferenceIsWithinThePrecisionOfTheSourceOrNot(
      String value, int power, BigDecimal difference, FigureFinding finding) {
    var compared = only(owed("VBSP", value, power));
    assertThat(compared.difference()).isEqualByComparingTo(difference);
    assertThat(compared.finding()).isEqualTo(finding);
    assertThat(compared.published()).isEqualTo(new BigDecimal(value));
  }

  @Test
  void halfAUnitOfTheLastDecimalIsStillRounding() {
    // 29.33 % are counted
    var rate = figure("membership.gathering-rate.ALL_WOMEN", Map.of(), "29.3", 0, END_OF_2023);
    assertThat(only(rate).finding()).isEqualTo(FigureFinding.WITHIN_PRECISION);
    assertThat(only(rate).explanation().vi()).isEqualTo("làm tròn của nguồn");
  }

  @Test
  void eachFigureIsCountedOnItsOwnDay() {
    var report =
        compare(
            owed("VBSP", "91", 6),
            figure("lending.outstanding", Map.of("bank", "VBSP"), "141", 6, END_OF_2023));
    assertThat(report.figures())
        .extracting(Compared::finding)
        .containsExactly(FigureFinding.EQUAL, FigureFinding.EQUAL);
  }

  @Test
  void whatIsNotCountedIsMissing() {
    var compared = only(owed("UNKNOWN", "5", 6));
    assertThat(compared.finding()).isEqualTo(FigureFinding.MISSING);
    assertThat(compared.counted()).isNull();
    assertThat(compared.difference()).isNull();
  }

  @Test
  void aDayBeforeTheUnitWasThereIsMissingAndBreaksNothing() {
    var before = SmallProvince.START.minusDays(1);
    var early = figure("lending.outstanding", Map.of(), "5", 6, before);
    var ofBank = figure("lending.outstanding", Map.of("bank", "VBSP"), "5", 6, before);
    var report = compare(early, ofBank, owed("VBSP", "91", 6));
    assertThat(report.figures())
        .extracting(Compared::finding)
        .containsExactly(FigureFinding.MISSING, FigureFinding.MISSING, FigureFinding.EQUAL);
    assertThat(report.sums()).singleElement().matches(sum -> sum.countedRest() == null);
  }

  @Test
  void whatAnOfficerSaysIsShownWhereNothingIsComputed() {
    // given
    var wrong = owed("VBSP", "92", 6);
    var right = owed("VBSP", "91", 6);
    var said = "nguồn đã đính chính";
    // when
    var explained = wrong.explain(FigureFinding.ERROR_OF_SOURCE, said, OCTOBER).state();
    var needless = right.explain(FigureFinding.ERROR_OF_SOURCE, said, OCTOBER).state();
    // then
    assertThat(only(explained).finding()).isEqualTo(FigureFinding.ERROR_OF_SOURCE);
    assertThat(only(explained).explanation().vi()).isEqualTo(said);
    assertThat(only(explained).difference()).isEqualByComparingTo("-1");
    assertThat(only(needless).finding()).isEqualTo(FigureFinding.EQUAL);
  }

  @Test
  void nothingIsSaidToBeEqual() {
    assertThatThrownBy(
            () -> owed("VBSP", "92", 6).explain(FigureFinding.EQUAL, "bằng nhau", OCTOBER))
        .hasMessage("finding-needs-reason");
    assertThatThrownBy(() -> owed("VBSP", "92", 6).explain(FigureFinding.LATE, " ", OCTOBER))
        .hasFieldOrPropertyWithValue("pointer", "/reason");
  }

  @Test
  void theRestOfATotalIsThatOfLendersThatTheSourceDoesNotName() {
    // given 252.4 million in all, of which LPBank's 95 are not named
    var sums = compare(owed(null, "252", 6), owed("VBSP", "91", 6), owed("AGRIBANK", "66", 6));
    // then
    var sum = sums.sums().getFirst();
    assertThat(sum.publishedRest()).isEqualByComparingTo("95");
    assertThat(sum.countedRest()).isEqualByComparingTo("95");
    assertThat(sum.precision()).isEqualByComparingTo("1.5");
    assertThat(sum.finding()).isEqualTo(FigureFinding.UNLISTED_LENDER);
    assertThat(sum.banks()).containsExactly("VBSP", "AGRIBANK");
  }

  @Test
  void banksHaveMoreHouseholdsThanThereAreWhereTheseOverlap() {
    // given two households at VBSP, of which one is Agribank's only one, and another at LPBank
    var all =
        compare(
            households(null, "3"),
            households("VBSP", "2"),
            households("AGRIBANK", "1"),
            households("LPBANK", "1"));
    // then
    var sum = all.sums().getFirst();
    assertThat(sum.publishedRest()).isEqualByComparingTo("-1");
    assertThat(sum.countedRest()).isEqualByComparingTo("-1");
    assertThat(sum.finding()).isEqualTo(FigureFinding.OVERLAP);
    assertThat(sum.explanation().vi()).startsWith("1 lượt hộ được tính thêm");
  }

  @Test
  void banksThatAddUpAreNotEqualToATotalWithMoreInIt() {
    // given a source that knows of two banks, where LPBank's 95 million are counted, too
    var sum =
        compare(owed(null, "157", 6), owed("VBSP", "91", 6), owed("AGRIBANK", "66", 6))
            .sums()
            .getFirst();
    // then
    assertThat(sum.publishedRest()).isEqualByComparingTo("0");
    assertThat(sum.countedRest()).isEqualByComparingTo("95");
    assertThat(sum.withinPrecision()).isFalse();
    assertThat(sum.finding()).isEqualTo(FigureFinding.UNEXPLAINED);
  }

  @ParameterizedTest
  @CsvSource({
    // all banks are named: what is left can be nothing but rounding
    "252.4, 66.4, EQUAL",
    "252, 66, EQUAL",
    "252.4, 66, WITHIN_PRECISION",
    "253, 66, WITHIN_PRECISION",
  })
  void noLenderIsMissedWhereAllAreNamed(String total, String agribank, FigureFinding finding) {
    var sum =
        compare(
                owed(null, total, 6),
                owed("VBSP", "91", 6),
                owed("AGRIBANK", agribank, 6),
                owed("LPBANK", "95", 6))
            .sums()
            .getFirst();
    assertThat(sum.withinPrecision()).isTrue();
    assertThat(sum.finding()).isEqualTo(finding);
  }

  @Test
  void aRestThatIsNotTheCountedOneIsNotExplainedAway() {
    var sums = compare(owed(null, "300", 6), owed("VBSP", "91", 6)).sums();
    assertThat(sums.getFirst().finding()).isEqualTo(FigureFinding.UNEXPLAINED);
    assertThat(sums.getFirst().withinPrecision()).isFalse();
  }

  @Test
  void anIndicatorThatIsNotCountedIsNotRegistered() {
    var figure = figure("lending.nothing", Map.of(), "1", 0, OCTOBER);
    assertThatThrownBy(() -> PublishedFigure.register(figure)).hasMessage("indicator-unknown");
    assertThat(List.copyOf(PublishedFigure.register(owed("VBSP", "91", 6)).events())).hasSize(1);
  }
}
