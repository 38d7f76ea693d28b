package vn.sen.reporting.province;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.training.ActivityKind;
import vn.sen.events.training.BudgetSource;
import vn.sen.events.training.ResultMeasure;
import vn.sen.events.training.ResultRule;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.communitygroup.CommunityGroupReports;
import vn.sen.reporting.communitygroup.CommunityGroupWorld;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.lending.LendingWorld;
import vn.sen.reporting.membership.MembershipFigures;
import vn.sen.reporting.membership.MembershipReporter;
import vn.sen.reporting.membership.MembershipReports;
import vn.sen.reporting.membership.MembershipView;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.programme.ProgrammeReports;
import vn.sen.reporting.programme.ProgrammeWorld;
import vn.sen.reporting.province.ReportDefinition.Line;
import vn.sen.reporting.province.ReportDefinition.Paper;
import vn.sen.reporting.province.ReportDefinition.Section;
import vn.sen.reporting.training.TrainingReports;
import vn.sen.reporting.training.TrainingWorld;
import vn.sen.reporting.voice.VoiceReports;
import vn.sen.reporting.voice.VoiceWorld;

/** A small province in which a little of everything happens, and its books. */
public final class ProvinceWorld {

  public static final LocalDate OCTOBER = LocalDate.of(2023, 10, 30);
  public static final LocalDate END_OF_2023 = LocalDate.of(2023, 12, 31);
  private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
  private static final LocalDate NOVEMBER = LocalDate.of(2023, 11, 15);

  public final SmallProvince units = new SmallProvince();
  public final LendingWorld lending = new LendingWorld();
  public final CommunityGroupWorld groups = new CommunityGroupWorld();
  public final TrainingWorld training = new TrainingWorld();
  public final ProgrammeWorld programmes = new ProgrammeWorld();

  /** Two banks that a source may name and one more; one household borrows at two of them. */
  public ProvinceWorld() {
    var both = UUID.randomUUID();
    lend(lending.vbsp, units.branchA1, both, 45_000_000);
    lend(lending.agribank, units.branchA1, both, 66_400_000);
    lend(lending.vbsp, units.branchB1, UUID.randomUUID(), 46_000_000);
    lend(lending.lpbank, units.branchB1, UUID.randomUUID(), 95_000_000);
    lending.lend(
        lending.place(lending.vbsp, units.branchB1, UUID.randomUUID()), 50_000_000, NOVEMBER);
    groups.found(CommunityGroupWorld.TEAM, CommunityGroupWorld.PROJECT_8, units.branchB1, MARCH);
    groups.found(CommunityGroupWorld.CLUB, units.branchA1, MARCH);
    var lan = TrainingWorld.cadre(units.branchA1);
    var hoa = TrainingWorld.cadre(units.branchB1);
    training.appoint(training.chair, units.communeA, lan, TrainingWorld.START);
    training.appoint(training.chair, units.communeB, hoa, TrainingWorld.START);
    var taught =
        training.plan(training.software, units.communeA, 1, BudgetSource.STATE, null, MARCH);
    taught.attend(1, lan);
    taught.hold();
    taught.pass(lan);
    promise();
  }

  private void promise() {
    var project = programmes.introduce(CommunityGroupWorld.PROJECT_8, MARCH, null);
    var rule =
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
    project.measure("DIALOGUES", rule, MARCH);
    project.target("DIALOGUES", units.province, 2023, 2);
    programmes.hold(
        ActivityKind.POLICY_DIALOGUE, units.communeB, CommunityGroupWorld.PROJECT_8, MARCH, 40);
  }

  private void lend(UUID bank, UUID unit, UUID household, long amount) {
    lending.lend(lending.place(bank, unit, household), amount, MARCH);
  }

  public Books books() {
    var map = units.facts().map();
    var members = new MembershipFigures();
    var view = new MembershipView();
    units
        .members()
        .forEach(
            t -> view.fold(t.event(), new RecordMeta(t.aggregate(), t.sequence(), 0), members));
    members.publish(ViewPosition.NONE);
    var ofTraining = new TrainingReports(training.figures(), () -> map);
    var ofGroups = new CommunityGroupReports(groups.figures(), () -> map);
    var ofLending = new LendingReports(lending.figures(), () -> map);
    return new Books(
        new MembershipReports(members, () -> map, new MembershipReporter(BigDecimal.valueOf(65))),
        ofTraining,
        ofGroups,
        new VoiceReports(new VoiceWorld().figures(), () -> map),
        ofLending,
        new ProgrammeReports(
            programmes.programmes(),
            programmes.activities(),
            ofTraining,
            ofGroups,
            ofLending,
            () -> map));
  }

  /** The definition that comes with the platform. */
  public static ReportDefinition general() {
    try (var json = ProvinceWorld.class.getResourceAsStream("/definitions/general.json")) {
      return JsonMapper.shared().readValue(json, ReportDefinition.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A definition of one section. */
  public static ReportDefinition of(Section section) {
    return new ReportDefinition("test", "Báo cáo thử", null, null, paper(), List.of(section));
  }

  private static Paper paper() {
    return new Paper(
        "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM",
        null,
        "BC-BTV",
        null,
        List.of("Lưu: VT"),
        "TM. BAN THƯỜNG VỤ",
        "CHỦ TỊCH");
  }

  public static Section section(LocalDate asOf, boolean assumed, Line... lines) {
    return new Section("s", "Mục thử", asOf, assumed, null, List.of(), List.of(lines), List.of());
  }

  public static Line line(String indicator, Map<String, String> of) {
    return new Line(indicator, indicator, of, null, null, null, null);
  }

  /** The report of the province of 2023 by a definition. */
  public ProvinceReport report(ReportDefinition definition, ProvinceQuery query) {
    return ProvinceReporter.report(books(), new Versioned(definition, 3), query);
  }
}
