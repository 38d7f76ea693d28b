package vn.sen.reporting.books.web;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.view.ViewFactory;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.books.log.PastBooks;
import vn.sen.reporting.communitygroup.CommunityGroupReports;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.membership.MembershipReporter;
import vn.sen.reporting.membership.MembershipReports;
import vn.sen.reporting.programme.ProgrammeReports;
import vn.sen.reporting.training.TrainingReports;
import vn.sen.reporting.voice.VoiceReports;

/** Puts the books together. */
@Configuration(proxyBeanMethods = false)
class BooksConfiguration {

  @Bean
  Books books(
      MembershipReports membership,
      TrainingReports training,
      CommunityGroupReports groups,
      VoiceReports voices,
      LendingReports lending,
      ProgrammeReports programmes) {
    return new Books(membership, training, groups, voices, lending, programmes);
  }

  @Bean
  PastBooks pastBooks(ViewFactory views, MembershipReporter membership, Books books, Clock clock) {
    return new PastBooks(views.log(), views.replay(), membership, books, clock);
  }
}
