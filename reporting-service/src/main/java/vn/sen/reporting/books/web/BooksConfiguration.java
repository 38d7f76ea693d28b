package vn.sen.reporting.books.web;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
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
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.Freshness;
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
  PastBooks pastBooks(ViewFactory views, MembershipReporter membership, Clock clock) {
    return new PastBooks(views.log(), views.replay(), membership, clock);
  }

  @Bean
  Editions<MembershipReports> membershipEditions(
      PastBooks past, Books now, @Qualifier("membershipFreshness") Freshness source, Clock clock) {
    return editions(Books::membership, past, now, List.of(source), clock);
  }

  @Bean
  Editions<TrainingReports> trainingEditions(
      PastBooks past, Books now, @Qualifier("trainingFreshness") Freshness source, Clock clock) {
    return editions(Books::training, past, now, List.of(source), clock);
  }

  @Bean
  Editions<CommunityGroupReports> communityGroupEditions(
      PastBooks past,
      Books now,
      @Qualifier("communityGroupFreshness") Freshness source,
      Clock clock) {
    return editions(Books::groups, past, now, List.of(source), clock);
  }

  @Bean
  Editions<VoiceReports> voiceEditions(
      PastBooks past, Books now, @Qualifier("voiceFreshness") Freshness source, Clock clock) {
    return editions(Books::voices, past, now, List.of(source), clock);
  }

  @Bean
  Editions<LendingReports> lendingEditions(
      PastBooks past, Books now, @Qualifier("lendingFreshness") Freshness source, Clock clock) {
    return editions(Books::lending, past, now, List.of(source), clock);
  }

  @Bean
  Editions<ProgrammeReports> programmeEditions(
      PastBooks past,
      Books now,
      @Qualifier("programmeFreshness") Freshness programmes,
      @Qualifier("activityFreshness") Freshness activities,
      @Qualifier("trainingFreshness") Freshness training,
      @Qualifier("communityGroupFreshness") Freshness groups,
      @Qualifier("lendingFreshness") Freshness lending,
      Clock clock) {
    var sources = List.of(programmes, activities, training, groups, lending);
    return editions(Books::programmes, past, now, sources, clock);
  }

  @Bean
  Editions<Books> bookEditions(
      PastBooks past,
      Books now,
      @Qualifier("membershipFreshness") Freshness membership,
      @Qualifier("trainingFreshness") Freshness training,
      @Qualifier("communityGroupFreshness") Freshness groups,
      @Qualifier("voiceFreshness") Freshness voices,
      @Qualifier("lendingFreshness") Freshness lending,
      @Qualifier("programmeFreshness") Freshness programmes,
      @Qualifier("activityFreshness") Freshness activities,
      Clock clock) {
    var sources = List.of(membership, training, groups, voices, lending, programmes, activities);
    return editions(Function.identity(), past, now, sources, clock);
  }

  private static <R> Editions<R> editions(
      Function<Books, R> part, PastBooks past, Books now, List<Freshness> sources, Clock clock) {
    return new Editions<>(
        part.apply(now),
        day -> {
          var then = past.past(past.endOf(day));
          return new Editions.Past<>(part.apply(then.books()), then.complete());
        },
        sources,
        clock);
  }
}
