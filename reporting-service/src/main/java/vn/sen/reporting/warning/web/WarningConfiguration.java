package vn.sen.reporting.warning.web;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.job.JobRunner;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.relay.RelayProperties;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.books.log.PastBooks;
import vn.sen.reporting.lending.LendingRow;
import vn.sen.reporting.membership.MembershipRow;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.Freshness;
import vn.sen.reporting.voice.VoiceRow;
import vn.sen.reporting.warning.WarningReports;
import vn.sen.reporting.warning.store.Evaluations;
import vn.sen.reporting.warning.store.RuleBook;
import vn.sen.reporting.warning.store.WarningBook;

/** Puts early warning together. */
@Configuration(proxyBeanMethods = false)
class WarningConfiguration {

  /** Figures that lack more than this are not compared with the rules. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  @Bean
  WarningReports warningReports(Books books) {
    return new WarningReports(books);
  }

  /** The rules are those of today whatever day the figures were known at. */
  @Bean
  Editions<WarningReports> warningEditions(
      WarningReports present,
      PastBooks past,
      @Qualifier("membershipFreshness") Freshness membership,
      @Qualifier("lendingFreshness") Freshness lending,
      @Qualifier("voiceFreshness") Freshness voices,
      Clock clock) {
    return new Editions<>(
        present,
        day -> {
          var then = past.past(past.endOf(day));
          return new Editions.Past<>(new WarningReports(then.books()), then.complete());
        },
        List.of(membership, lending, voices),
        clock);
  }

  @Bean
  RuleBook warningRules(AggregateStores stores, WarningProperties properties) {
    return new RuleBook(stores, properties.defaults());
  }

  @Bean
  WarningBook warningBook(AggregateStores stores) {
    return new WarningBook(stores);
  }

  @Bean
  Evaluations warningEvaluations(
      MongoDatabase database,
      WarningReports reports,
      RuleBook rules,
      WarningBook book,
      OrgFollower orgUnits,
      ViewEngine<MembershipRow> membership,
      ViewEngine<LendingRow> lending,
      ViewEngine<VoiceRow> voices,
      WarningProperties properties,
      Clock clock) {
    var views = List.of(membership, lending, voices);
    return new Evaluations(
        database,
        reports,
        rules,
        book,
        orgUnits::map,
        () ->
            orgUnits.caughtUp()
                && views.stream().allMatch(v -> v.status().isUpToDate(Instant.now(), FRESH)),
        new Evaluations.Timetable(properties.at(), properties.settle()),
        clock);
  }

  @Bean
  JobRunner warningRunner(Evaluations evaluations, RelayProperties relay) {
    return new JobRunner("warning-evaluations", evaluations, relay);
  }
}
