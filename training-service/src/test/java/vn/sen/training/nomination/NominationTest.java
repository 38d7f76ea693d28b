package vn.sen.training.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.training.NominationEvent.NominationAccepted;
import vn.sen.events.training.NominationEvent.NominationRefused;
import vn.sen.events.training.NominationEvent.NominationWithdrawn;
import vn.sen.events.training.NominationEvent.NomineeEnrolled;
import vn.sen.events.training.NominationRefusal;

class NominationTest {

  private static final LocalDate NOMINATED = LocalDate.of(2023, 1, 10);
  private static final LocalDate SENT = LocalDate.of(2023, 1, 20);
  private static final LocalDate ANSWERED = LocalDate.of(2023, 2, 15);
  private static final LocalDate TODAY = LocalDate.of(2023, 6, 1);

  private static Nomination nominated() {
    var proposal =
        new Nomination.Proposal(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), NOMINATED);
    return Nomination.nominate(proposal, TODAY).state();
  }

  private static Nomination sent() {
    return nominated().send("12-CV/BTV", SENT, TODAY).state();
  }

  @Test
  void the_committee_answers_what_was_sent_to_it() {
    assertThat(sent().accept("7-CV/HU", ANSWERED, TODAY).events())
        .isEqualTo(List.of(new NominationAccepted(ANSWERED)));
    assertThat(sent().refuse(NominationRefusal.NO_PLACE, null, ANSWERED, TODAY).events())
        .isEqualTo(List.of(new NominationRefused(NominationRefusal.NO_PLACE, ANSWERED)));
    assertThatThrownBy(() -> nominated().accept(null, ANSWERED, TODAY))
        .isInstanceOf(NominationRules.NotTheNextStep.class);
  }

  @Test
  void who_was_accepted_is_enrolled_once() {
    // given
    var accepted = sent().accept(null, ANSWERED, TODAY).state();
    var classId = UUID.randomUUID();

    // when
    var enrolled = accepted.enrolledIn(classId, TODAY);

    // then
    assertThat(enrolled.events()).isEqualTo(List.of(new NomineeEnrolled(classId, TODAY)));
    assertThat(enrolled.state().enrolledIn(classId, TODAY).events()).isEmpty();
    assertThat(sent().enrolledIn(classId, TODAY).events()).isEmpty();
  }

  @Test
  void steps_follow_each_other_in_time() {
    assertThatThrownBy(() -> sent().accept(null, NOMINATED, TODAY))
        .isInstanceOf(NominationRules.BeforeTheStepBefore.class);
    assertThatThrownBy(() -> sent().accept(null, TODAY.plusDays(1), TODAY))
        .isInstanceOf(NominationRules.StepInFuture.class);
  }

  @Test
  void what_is_decided_is_not_withdrawn() {
    var refused = sent().refuse(NominationRefusal.OTHER, null, ANSWERED, TODAY).state();

    assertThat(sent().withdraw(ANSWERED, TODAY).events())
        .isEqualTo(List.of(new NominationWithdrawn(ANSWERED)));
    assertThatThrownBy(() -> refused.withdraw(ANSWERED, TODAY))
        .isInstanceOf(NominationRules.NotTheNextStep.class);
  }
}
