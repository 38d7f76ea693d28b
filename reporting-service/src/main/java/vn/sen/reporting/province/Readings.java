package vn.sen.reporting.province;

import java.util.List;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.communitygroup.CommunityGroupReports;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.membership.MembershipReports;
import vn.sen.reporting.programme.ProgrammeReports;
import vn.sen.reporting.training.TrainingReports;

/** All that a report is made of, at one moment and under one map. */
record Readings(MembershipReports.Reading membership, ProgrammeReports.Reading programmes) {

  static Readings of(Books books) {
    while (true) {
      var readings = new Readings(books.membership().read(), books.programmes().read());
      if (readings.membership.mapVersion().equals(readings.programmes.mapVersion())) {
        return readings;
      } // else the map was redrawn in between
    }
  }

  TrainingReports.Reading training() {
    return programmes.training();
  }

  CommunityGroupReports.Reading groups() {
    return programmes.groups();
  }

  LendingReports.Reading lending() {
    return programmes.lending();
  }

  List<ViewPosition> positions() {
    return List.of(membership.position(), programmes.position());
  }

  ViewPosition position() {
    return ViewPosition.together(positions());
  }

  String mapVersion() {
    return membership.mapVersion();
  }
}
