package vn.sen.training.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.events.training.ParticipantEvent.ParticipantCorrected;
import vn.sen.events.training.ParticipantEvent.ParticipantErased;
import vn.sen.events.training.ParticipantEvent.ParticipantRegistered;

class ParticipantTest {

  private static final UUID UNIT = UUID.randomUUID();
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 1);

  @Test
  void is_somebody_whom_the_membership_service_does_not_know() {
    var registered = Participant.register("Ông Mô Phỏng", UNIT, ParticipantCategory.MAN, TODAY);

    assertThat(registered.events())
        .isEqualTo(List.of(new ParticipantRegistered(UNIT, ParticipantCategory.MAN, TODAY)));
    assertThat(registered.state().toString()).doesNotContain("Mô Phỏng");
    assertThatThrownBy(
            () -> Participant.register("Bà Mô Phỏng", UNIT, ParticipantCategory.MEMBER, TODAY))
        .isInstanceOf(Participant.CategoryOfMembers.class);
  }

  @Test
  void once_erased_is_nobody_and_stays_so() {
    // given
    var registered =
        Participant.register("Ông Mô Phỏng", UNIT, ParticipantCategory.MAN, TODAY).state();
    assertThat(registered.correct("Ông Mô Phòng", TODAY).events())
        .isEqualTo(List.of(new ParticipantCorrected(TODAY)));

    // when
    var erased = registered.erase(TODAY);

    // then
    assertThat(erased.events()).isEqualTo(List.of(new ParticipantErased(TODAY)));
    assertThat(erased.state().name()).isNull();
    assertThat(erased.state().erase(TODAY).events()).isEmpty();
    assertThatThrownBy(() -> erased.state().correct("Ông Mô Phỏng", TODAY))
        .isInstanceOf(Participant.ParticipantIsErased.class);
  }
}
