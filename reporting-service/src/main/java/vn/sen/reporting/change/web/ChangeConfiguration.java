package vn.sen.reporting.change.web;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.books.log.PastBooks;
import vn.sen.reporting.change.ChangeReader;
import vn.sen.reporting.change.ChangedReport;
import vn.sen.reporting.communitygroup.CommunityGroupReports;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.membership.MembershipReporter;
import vn.sen.reporting.membership.MembershipReports;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.training.TrainingReports;
import vn.sen.reporting.voice.VoiceReports;

/** Puts together what tells of changes. */
@Configuration(proxyBeanMethods = false)
class ChangeConfiguration {

  @Bean
  ChangeReader changeReader(PastBooks past, Books books, MembershipReporter reporter) {
    return new ChangeReader(past, books, reporter);
  }

  @Bean
  EditionOfReport editionsByReport(
      Editions<MembershipReports> membership,
      Editions<LendingReports> lending,
      Editions<TrainingReports> training,
      Editions<CommunityGroupReports> groups,
      Editions<VoiceReports> voices) {
    return new EditionOfReport(
        Map.of(
            ChangedReport.MEMBERSHIP,
            membership,
            ChangedReport.LENDING,
            lending,
            ChangedReport.TRAINING,
            training,
            ChangedReport.GROUPS,
            groups,
            ChangedReport.VOICES,
            voices));
  }

  /** Where each report waits for what its reader has written. */
  record EditionOfReport(Map<ChangedReport, Editions<?>> editions) {

    Editions<?> of(ChangedReport report) {
      var known = editions.get(report);
      if (known == null) {
        throw new IllegalArgumentException("No editions of " + report);
      }
      return known;
    }
  }
}
