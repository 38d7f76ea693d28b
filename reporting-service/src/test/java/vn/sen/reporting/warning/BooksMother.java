package vn.sen.reporting.warning;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.reporting.activity.ActivityFigures;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.communitygroup.CommunityGroupFigures;
import vn.sen.reporting.communitygroup.CommunityGroupReports;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.lending.LendingWorld;
import vn.sen.reporting.membership.MembershipFigures;
import vn.sen.reporting.membership.MembershipReporter;
import vn.sen.reporting.membership.MembershipReports;
import vn.sen.reporting.membership.MembershipView;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.programme.ProgrammeFigures;
import vn.sen.reporting.programme.ProgrammeReports;
import vn.sen.reporting.training.TrainingFigures;
import vn.sen.reporting.training.TrainingReports;
import vn.sen.reporting.voice.VoiceReports;
import vn.sen.reporting.voice.VoiceWorld;

/** Books of what worlds have told. */
final class BooksMother {

  private BooksMother() {}

  static Books of(SmallProvince province, LendingWorld loans, VoiceWorld voices) {
    var orgMap = province.facts().map();
    Supplier<OrgMap> map = () -> orgMap;
    var training = new TrainingReports(new TrainingFigures(), map);
    var groups = new CommunityGroupReports(new CommunityGroupFigures(), map);
    var lending = new LendingReports(loans.figures(), map);
    return new Books(
        new MembershipReports(
            members(province.members()), map, new MembershipReporter(BigDecimal.valueOf(60))),
        training,
        groups,
        new VoiceReports(voices.figures(), map),
        lending,
        new ProgrammeReports(
            new ProgrammeFigures(), new ActivityFigures(), training, groups, lending, map));
  }

  private static MembershipFigures members(List<SmallProvince.Told> told) {
    var figures = new MembershipFigures();
    var view = new MembershipView();
    told.forEach(
        t -> view.fold(t.event(), new RecordMeta(t.aggregate(), t.sequence(), 0), figures));
    figures.publish(ViewPosition.NONE);
    return figures;
  }
}
