package vn.sen.reporting.indicator.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.Tokens;
import vn.sen.chassis.view.ViewDefinition;
import vn.sen.reporting.PublishedProvince;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.activity.ActivityView;
import vn.sen.reporting.communitygroup.CommunityGroupView;
import vn.sen.reporting.lending.LendingView;
import vn.sen.reporting.membership.MembershipView;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.programme.ProgrammeView;
import vn.sen.reporting.training.TrainingView;
import vn.sen.reporting.voice.VoiceView;

/** The dictionary of the running service. */
class IndicatorsIT extends ReportingService {

  private static final String DICTIONARY = "/api/reporting/indicators";
  private static final SmallProvince PROVINCE = PublishedProvince.WORLD;
  private static final List<ViewDefinition<?>> VIEWS =
      List.of(
          new MembershipView(),
          new TrainingView(),
          new CommunityGroupView(),
          new VoiceView(),
          new LendingView(),
          new ProgrammeView(),
          new ActivityView());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "membership?unit=54&asOf=2023-10-30",
        "training?unit=54&asOf=2023-10-30",
        "training/coverage?unit=54&asOf=2023-10-30",
        "groups?unit=54&asOf=2023-10-30",
        "voices?unit=54&asOf=2023-10-30",
        "programmes?unit=54&asOf=2023-10-30",
        "lending?unit=54&asOf=2023-10-30",
        "lending/ageing?unit=54&asOf=2023-10-30",
        "lending/maturities?unit=54&asOf=2023-10-30",
        "lending/duties?unit=54&asOf=2023-10-30",
        "lending/statements",
      })
  void isLinkedFromEachReport(String report) {
    // given
    VIEWS.forEach(view -> PublishedProvince.ensure(view.topics()));
    // when
    var link = client.get("/api/reporting/" + report).expect(200).json().at("/links/indicators");
    // then
    var dictionary = client.get(link.asString()).expect(200).json();
    assertThat(dictionary.at("/reports/0/addresses/0").asString())
        .isEqualTo("/api/reporting/" + report.replaceAll("\\?.*", ""));
    assertThat(dictionary.path("indicators")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "lending/overdue-loans, lending-loans",
    "lending/frozen-loans, lending-loans",
    "lending/groups-outside-bounds, lending-groups",
  })
  void listsLeadToWhatTheirFiguresMean(String list, String meant) {
    // given
    VIEWS.forEach(view -> PublishedProvince.ensure(view.topics()));
    // when
    var links =
        client
            .get("/api/reporting/" + list + "?unit=54&asOf=2023-12-31")
            .expect(200)
            .response()
            .headers()
            .allValues("Link");
    // then
    var link = DICTIONARY + "?report=" + meant;
    assertThat(links).contains("<" + link + ">; rel=\"describedby\"");
    assertThat(client.get(link).expect(200).json().path("indicators")).isNotEmpty();
  }

  @Test
  void isTheSameUntilTheNextRelease() {
    var first = client.get(DICTIONARY).expect(200);
    assertThat(first.json().path("reports")).hasSizeGreaterThan(10);
    client.get(DICTIONARY, "If-None-Match", first.header("ETag")).expect(304);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"VIEWER", "OFFICER", "APPROVER", "ADMINISTRATOR", "AUDITOR", "DASHBOARD"})
  void isOpenToWhoeverSignsIn(Role role) {
    var reader = client.as(Tokens.at(PROVINCE.communeB.toString(), role));
    var found = reader.get(DICTIONARY + "/lending.overdue-ratio").expect(200).json();
    assertThat(found.at("/name/vi").asString()).isEqualTo("Tỷ lệ nợ quá hạn");
    assertThat(found.at("/unit").asString()).isEqualTo("PERCENT");
    assertThat(found.at("/path").asString()).isEqualTo("total.overduePercent");
    assertThat(found.at("/owner/code").asString()).isEqualTo("economy");
  }

  @Test
  void namesWhatItDoesNotHave() {
    client.get(DICTIONARY + "/lending.songs").expectProblem(404, "indicator-not-in-dictionary");
    client
        .get(DICTIONARY + "?report=songs")
        .expectProblem(404, "report-not-in-dictionary")
        .expectField("?report");
  }
}
