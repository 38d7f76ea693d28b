package vn.sen.chassis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.ServiceUnderTest;
import vn.sen.chassis.access.CallerMother;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.StaleVersion;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;

/**
 * Aggregates that exist before anything is written, and creations whose rules no longer hold at a
 * retry.
 */
class BegunElsewhereTest {

  static final class TitleForbidden extends RuleViolation {
    TitleForbidden() {
      super("/title");
    }
  }

  private final Note unwritten = new Note("begun elsewhere", 0);

  private AggregateStore<Note> notes;

  @BeforeEach
  void open() {
    notes = new ServiceUnderTest().stores.open(Note.kind(ServiceUnderTest.freshTopic()));
  }

  private static CommandContext command(String key, long version) {
    return CommandContext.of(
        CallerMother.officer(), "POST /notes", key, "body", OptionalLong.of(version), null);
  }

  @Test
  void theFirstChangeWritesIt() {
    var id = UUID.randomUUID();

    var first = notes.changeOrBegin(id, command("k1", 0), unwritten, Note::addLine);
    var second = notes.changeOrBegin(id, command("k2", 1), unwritten, Note::addLine);

    assertThat(first.version()).isEqualTo(1);
    assertThat(second.version()).isEqualTo(2);
    assertThat(notes.get(id).state()).isEqualTo(new Note("begun elsewhere", 2));
  }

  @Test
  void aRetryOfTheFirstChangeIsAnsweredAgain() {
    var id = UUID.randomUUID();
    notes.changeOrBegin(id, command("k1", 0), unwritten, Note::addLine);

    var again = notes.changeOrBegin(id, command("k1", 0), unwritten, Note::addLine);

    assertThat(again.replayed()).isTrue();
    assertThat(notes.get(id).version()).isEqualTo(1);
  }

  @Test
  void theFirstChangeNamesVersionZero() {
    var id = UUID.randomUUID();

    assertThatThrownBy(() -> notes.changeOrBegin(id, command("k1", 1), unwritten, Note::addLine))
        .isInstanceOf(StaleVersion.class);
    assertThat(notes.find(id)).isEmpty();

    notes.changeOrBegin(id, command("k2", 0), unwritten, Note::addLine);
    assertThatThrownBy(() -> notes.changeOrBegin(id, command("k3", 0), unwritten, Note::addLine))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void aRuleThatNoLongerHoldsDoesNotHideTheFirstAnswer() {
    var by = command("k1", 0);
    notes.create(by.newId(), by, () -> Note.open("a"));

    var again = notes.create(by.newId(), by, BegunElsewhereTest::refused);

    assertThat(again.replayed()).isTrue();
    var other = command("k2", 0);
    assertThatThrownBy(() -> notes.create(other.newId(), other, BegunElsewhereTest::refused))
        .isInstanceOf(TitleForbidden.class);
  }

  private static Decision<Note> refused() {
    throw new TitleForbidden();
  }
}
