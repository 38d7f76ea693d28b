package vn.sen.reporting.books;

import vn.sen.reporting.communitygroup.CommunityGroupReports;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.membership.MembershipReports;
import vn.sen.reporting.programme.ProgrammeReports;
import vn.sen.reporting.training.TrainingReports;
import vn.sen.reporting.voice.VoiceReports;

/** All reports over one state of the log. */
public record Books(
    MembershipReports membership,
    TrainingReports training,
    CommunityGroupReports groups,
    VoiceReports voices,
    LendingReports lending,
    ProgrammeReports programmes) {}
