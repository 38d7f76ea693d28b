package vn.sen.reporting.operations.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.CallerMother;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewFactory;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.completeness.CompletenessFigures;
import vn.sen.reporting.completeness.CompletenessView;
import vn.sen.reporting.operations.store.ViewVerifier;
import vn.sen.reporting.reading.web.ViewLoading;

/** What an operator is told of a view that is still being loaded. */
class UnloadedViewIT extends ReportingService {

  private static final Caller AUDITOR =
      CallerMother.with(new Caller.Appointment(null, Set.of(Role.AUDITOR)));

  @Autowired private ViewFactory views;
  @Autowired private ViewVerifier verifier;
  @Autowired private Scope scope;

  @Test
  void isThatItIsLoading() {
    // given a view that nobody has started yet
    var view = views.create(new CompletenessView(), new Serving<>(CompletenessFigures::new));
    var controller = new ViewController(new Views(List.of(view)), verifier, scope);
    // then that it is asked what is parked is not a fault
    assertThatThrownBy(() -> controller.parked(view.name(), null, 50, AUDITOR))
        .isInstanceOf(ViewLoading.class);
  }
}
