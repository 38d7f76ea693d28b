package vn.sen.reporting.province.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.sen.events.Topic;
import vn.sen.events.training.ActivityKind;
import vn.sen.events.training.ResultMeasure;
import vn.sen.events.training.ResultRule;
import vn.sen.events.training.StatedKind;
import vn.sen.reporting.PublishedProvince;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.activity.ActivityView;
import vn.sen.reporting.communitygroup.CommunityGroupView;
import vn.sen.reporting.communitygroup.CommunityGroupWorld;
import vn.sen.reporting.lending.LendingView;
import vn.sen.reporting.lending.LendingWorld;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.programme.ProgrammeView;
import vn.sen.reporting.programme.ProgrammeWorld;
import vn.sen.reporting.training.TrainingView;
import vn.sen.reporting.training.TrainingWorld;

/** Every figure of the province report leads to what it is made of, on its own day. */
class ExplainedFiguresIT extends ReportingService {

  private static final String REPORTS = "/api/reporting/";
  private static final SmallProvince PROVINCE = PublishedProvince.WORLD;
  private static final LocalDate MARCH = LocalDate.of(2017, 3, 1);
  private static final LocalDate OVER = LocalDate.of(2017, 12, 1);
  private static final List<String> TOLD = tell();

  /** A year of which other tests ask nothing, and of which nothing is left afterwards. */
  private static List<String> tell() {
    Stream.of(
            new LendingView().topics(),
            new CommunityGroupView().topics(),
            new TrainingView().topics(),
            new ProgrammeView().topics(),
            new ActivityView().topics())
        .forEach(PublishedProvince::ensure);
    return Stream.of(lend(), found(), teach(), promise())
        .flatMap(List::stream)
        .collect(Collectors.toList());
  }

  /** One household borrows at two banks; some of it is overdue. */
  private static List<String> lend() {
    var world = new LendingWorld("E-");
    var both = UUID.randomUUID();
    var first = world.lend(world.place(world.vbsp, PROVINCE.branchA1, both), 50, MARCH);
    var second = world.lend(world.place(world.agribank, PROVINCE.branchA1, both), 30, MARCH);
    var other = world.place(world.vbsp, PROVINCE.branchB1, UUID.randomUUID());
    var third = world.lend(other, 20, MARCH);
    first.moveToOverdue(5, MARCH.plusDays(60));
    first.repayOverdue(5, OVER);
    first.repay(45, OVER);
    second.repay(30, OVER);
    third.repay(20, OVER);
    world.told().forEach(told -> PublishedProvince.send(told.topic(), told.envelope()));
    return world.told().stream()
        .map(told -> told.topic().aggregates() + ":" + told.aggregate() + "@" + told.sequence())
        .toList();
  }

  /** Types, themes and titles bear codes that other tests have used: here they have none. */
  private static List<String> found() {
    var world = new CommunityGroupWorld();
    var lan = UUID.randomUUID();
    var team = world.found(CommunityGroupWorld.TEAM, PROVINCE.branchA1, MARCH);
    var club = world.found(CommunityGroupWorld.CLUB, PROVINCE.branchB1, MARCH);
    team.join(MARCH, lan, UUID.randomUUID());
    club.join(MARCH, lan);
    team.close(OVER);
    club.close(OVER);
    return world.told().stream()
        .filter(told -> told.topic() == Topic.COMMUNITY_GROUPS)
        .map(
            told -> {
              PublishedProvince.send(told.topic(), told.envelope());
              return told.token();
            })
        .toList();
  }

  private static List<String> teach() {
    var world = new TrainingWorld();
    var lan = TrainingWorld.cadre(PROVINCE.branchA1);
    var hoa = TrainingWorld.cadre(PROVINCE.branchB1);
    var posts =
        List.of(
            world.appoint(world.chair, PROVINCE.communeA, lan, MARCH),
            world.appoint(world.chair, PROVINCE.communeB, hoa, MARCH));
    var taught = world.plan(world.software, PROVINCE.communeA, MARCH, MARCH.plusDays(1));
    taught.attend(1, lan, hoa);
    taught.attend(2, lan);
    taught.hold();
    posts.forEach(post -> post.end(OVER));
    return world.told().stream()
        .filter(told -> told.topic() == Topic.CLASSES || told.topic() == Topic.POSTS)
        .map(
            told -> {
              PublishedProvince.send(told.topic(), told.envelope());
              return told.token();
            })
        .toList();
  }

  private static List<String> promise() {
    var world = new ProgrammeWorld();
    var project = world.introduce("E-DA", MARCH, OVER);
    var dialogues =
        new ResultRule(
            ResultMeasure.ACTIVITIES_HELD,
            null,
            null,
            ActivityKind.POLICY_DIALOGUE,
            null,
            null,
            null,
            null,
            true);
    project.measure("DIALOGUES", dialogues, MARCH);
    project.measure("STARTUPS", ProgrammeWorld.stated(StatedKind.YEAR_TO_DATE), MARCH);
    project.target("DIALOGUES", PROVINCE.province, 2017, 2);
    project.state("STARTUPS", PROVINCE.province, MARCH, StatedKind.YEAR_TO_DATE, 3L);
    world.hold(ActivityKind.POLICY_DIALOGUE, PROVINCE.communeB, "E-DA", MARCH, 40);
    world.told().forEach(told -> PublishedProvince.send(told.topic(), told.envelope()));
    return world.told().stream()
        .map(told -> told.topic().aggregates() + ":" + told.aggregate() + "@" + told.sequence())
        .toList();
  }

  private static String line(String indicator, String more) {
    return "{\"indicator\":\"%s\",\"name\":\"%s\"%s}".formatted(indicator, indicator, more);
  }

  /** Members of another day than all else. */
  private static String definition() {
    var members =
        Stream.of(
                "members",
                "honorary",
                "net-change",
                "in",
                "out",
                "women.ALL_WOMEN",
                "gathering-rate.WOMEN_PRESENT",
                "communes-under-threshold")
            .map(one -> line("membership." + one, ""));
    var flow = line("membership.in", ",\"of\":{\"flow\":\"ADMISSION\"}");
    var lending =
        Stream.of("outstanding", "overdue", "overdue-ratio", "loans", "households", "overlap")
            .map(one -> line("lending." + one, ""));
    var banks = line("lending.households", ",\"by\":\"BANK\"");
    var limited =
        line("lending.outstanding", ",\"of\":{\"bank\":\"E-VBSP\"},\"by\":\"LOAN_PROGRAMME\"");
    var others =
        Stream.of(
                "groups.alive",
                "groups.founded",
                "groups.members",
                "training.classes",
                "training.people",
                "training.turns",
                "training.in-post")
            .map(one -> line(one, ""));
    var programmes =
        Stream.of("result", "target", "percent")
            .map(one -> line("programmes." + one, ",\"by\":\"INDICATOR\""));
    return """
    {"title":"Báo cáo thử",
     "paper":{"above":"HỘI LHPN VIỆT NAM","symbol":"BC","authority":"TM. BTV","signatory":"CHỦ TỊCH"},
     "sections":[{"code":"m","title":"Hội viên","asOf":"2023-12-31","lines":[%s]},
       {"code":"x","title":"Khác","lines":[%s]}]}
    """
        .formatted(
            joined(Stream.concat(members, Stream.of(flow))),
            joined(
                Stream.of(lending, Stream.of(banks, limited), others, programmes)
                    .flatMap(lines -> lines)));
  }

  private static String joined(Stream<String> lines) {
    return lines.collect(Collectors.joining(","));
  }

  private String code;

  @BeforeEach
  void readWhatWasTold() {
    code = "it-" + UUID.randomUUID().toString().substring(0, 8);
    client
        .put(
            REPORTS + "definitions/" + code,
            definition(),
            "If-Match",
            "\"0\"",
            "Idempotency-Key",
            code)
        .expect(200);
    assertThat(report("Sen-Consistency", String.join(",", TOLD)).path("stale").asBoolean())
        .isFalse();
  }

  private JsonNode report(String... headers) {
    return client
        .get(REPORTS + "province?unit=54&asOf=2017-06-30&level=COMMUNE&definition=" + code, headers)
        .expect(200)
        .json();
  }

  private JsonNode followed(String link, String row) {
    var address = link.replaceFirst("\\{.*", "");
    return client.get(address + (row == null ? "" : "&row=" + row)).expect(200).json();
  }

  @Test
  void everyFigureLeadsToWhatItIsMadeOf() {
    // given
    var report = report();
    var links = report.at("/links/figures");
    var figures =
        report
            .path("sections")
            .valueStream()
            .flatMap(s -> s.path("figures").valueStream())
            .toList();
    assertThat(figures).hasSizeGreaterThan(30);
    for (var figure : figures) {
      if (figure.path("value").isNull()) {
        continue;
      }
      // when the link of a figure is followed
      var key = figure.path("key").asString();
      var link = links.path(key).asString("");
      assertThat(link).as(key).contains("asOf=" + figure.path("asOf").asString());
      if (!link.contains("/explanation?")) {
        continue;
      }
      var explained = followed(link, null);
      // then it comes to the figure
      assertThat(explained.path("value").decimalValue())
          .as(key)
          .isEqualByComparingTo(figure.path("value").decimalValue());
      assertThat(explained.path("agrees").asBoolean()).as("%s: %s", key, explained).isTrue();
    }
    // and none of these was empty
    assertThat(links.propertyNames())
        .contains(
            "membership.in[flow=ADMISSION]",
            "lending.households[bank=E-AGRIBANK]",
            "lending.outstanding[bank=E-VBSP,programme=E-POOR]",
            "programmes.percent[indicator=DIALOGUES,programme=E-DA]",
            "training.in-post");
  }

  @Test
  void theSameFigureOfAUnitBelowIsARowOfIt() {
    var report = report();
    int column =
        report
            .path("columns")
            .valueStream()
            .map(JsonNode::asString)
            .toList()
            .indexOf("lending.households[bank=E-VBSP]");
    for (var row : report.path("rows")) {
      var link = report.at("/links/figures").path("lending.households[bank=E-VBSP]").asString();
      var explained = followed(link, row.at("/unit/id").asString());
      assertThat(explained.path("value").decimalValue())
          .isEqualByComparingTo(row.path("values").get(column).decimalValue());
      assertThat(explained.path("agrees").asBoolean()).isTrue();
    }
  }

  @Test
  void whatIsNoSumOfEventsLeadsToTheReportThatShowsIt() {
    // given
    var links = report().at("/links/figures");
    // then the overlap leads to the banks
    var lending = followed(links.path("lending.overlap").asString(), null);
    long atBanks =
        lending.path("byBank").valueStream().mapToLong(b -> b.at("/households").asLong()).sum();
    assertThat(atBanks - lending.at("/total/households").asLong()).isEqualTo(1);
    // and a number of communes to the list of them
    var communes = followed(links.path("membership.communes-under-threshold").asString(), null);
    assertThat(communes.path("under60").isArray()).isTrue();
  }
}
