package vn.sen.reporting.books.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewFactory;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.completeness.CompletenessFigures;
import vn.sen.reporting.completeness.CompletenessView;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.Freshness;
import vn.sen.reporting.reading.web.ViewLoading;

/** Which views reports of several books wait for. */
class BookEditionsIT extends ReportingService {

  @Autowired private ApplicationContext service;
  @Autowired private ViewFactory views;
  @Autowired private OrgFollower orgUnits;
  @Autowired private Clock clock;

  private Freshness neverLoaded() {
    var view = views.create(new CompletenessView(), new Serving<>(CompletenessFigures::new));
    return new Freshness(view, orgUnits, Freshness.NO_IMPORTS, Duration.ofSeconds(1), clock);
  }

  @Test
  void aViewThatNoBookIsMadeOfKeepsNobodyWaiting() throws Exception {
    // given a service whose view of completeness is never loaded
    var loading = neverLoaded();
    assertThatThrownBy(() -> loading.await(null)).isInstanceOf(ViewLoading.class);
    try (var context = new AnnotationConfigApplicationContext()) {
      context.setParent(service);
      context.registerBean("completenessFreshness", Freshness.class, () -> loading);
      context.register(BooksConfiguration.class);
      context.refresh();
      // then reports of the other books are there
      var editions = context.getBean("bookEditions", Editions.class);
      assertThat(editions.open(null, null).stale()).isFalse();
    }
  }
}
