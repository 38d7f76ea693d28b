package vn.sen.training.competency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.training.CompetencyEvent.CompetencyGained;
import vn.sen.events.training.CompetencyEvent.CompetencyWithdrawn;

class CompetencyRecordTest {

  private static final UUID PERSON = UUID.randomUUID();
  private static final UUID FIRST_CLASS = UUID.randomUUID();
  private static final UUID SECOND_CLASS = UUID.randomUUID();
  private static final LocalDate FROM = LocalDate.of(2023, 3, 15);
  private static final LocalDate UNTIL = LocalDate.of(2024, 3, 14);

  private static CompetencyRecord.Gain gain(UUID classId, LocalDate from) {
    return new CompetencyRecord.Gain("GENDER", from, UNTIL, classId);
  }

  private static CompetencyRecord competent() {
    return CompetencyRecord.empty(PERSON).from(FIRST_CLASS, gain(FIRST_CLASS, FROM)).state();
  }

  @Test
  void is_gained_once_from_a_class() {
    var gained = CompetencyRecord.empty(PERSON).from(FIRST_CLASS, gain(FIRST_CLASS, FROM));

    assertThat(gained.events())
        .isEqualTo(List.of(new CompetencyGained(PERSON, "GENDER", FROM, UNTIL, FIRST_CLASS)));
    assertThat(gained.state().from(FIRST_CLASS, gain(FIRST_CLASS, FROM)).events()).isEmpty();
  }

  @Test
  void is_withdrawn_from_the_class_that_was_not_passed_and_stays_from_the_other() {
    // given
    var twice = competent().from(SECOND_CLASS, gain(SECOND_CLASS, FROM.plusDays(9))).state();

    // when
    var corrected = twice.from(FIRST_CLASS, null);

    // then
    assertThat(corrected.events())
        .isEqualTo(List.of(new CompetencyWithdrawn(PERSON, "GENDER", FROM, FIRST_CLASS)));
    assertThat(corrected.state().gains())
        .extracting(CompetencyRecord.Gain::classId)
        .containsExactly(SECOND_CLASS);
  }

  @Test
  void is_told_again_with_other_days() {
    var corrected = competent().from(FIRST_CLASS, gain(FIRST_CLASS, FROM.plusDays(1)));

    assertThat(corrected.events())
        .isEqualTo(
            List.of(new CompetencyGained(PERSON, "GENDER", FROM.plusDays(1), UNTIL, FIRST_CLASS)));
    assertThat(corrected.state().gains()).hasSize(1);
  }

  @Test
  void who_never_had_it_loses_nothing() {
    assertThat(CompetencyRecord.empty(PERSON).from(FIRST_CLASS, null).events()).isEmpty();
  }

  @Test
  void holds_from_its_first_to_its_last_day() {
    var gain = competent().gains().getFirst();

    assertThat(gain.holdsOn(FROM.minusDays(1))).isFalse();
    assertThat(gain.holdsOn(FROM)).isTrue();
    assertThat(gain.holdsOn(UNTIL)).isTrue();
    assertThat(gain.holdsOn(UNTIL.plusDays(1))).isFalse();
  }
}
