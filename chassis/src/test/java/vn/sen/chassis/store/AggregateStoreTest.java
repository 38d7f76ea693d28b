package vn.sen.chassis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.ServiceUnderTest;
import vn.sen.chassis.access.CallerMother;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.KeyReused;
import vn.sen.chassis.command.StaleVersion;
import vn.sen.chassis.command.VersionRequired;

class AggregateStoreTest {

  /** The relay is not started: what is written stays in the outbox, where it can be looked at. */
  private final ServiceUnderTest service = new ServiceUnderTest();

  private AggregateStore<Note> notes;

  @BeforeEach
  void open() {
    notes = service.stores.open(Note.kind(ServiceUnderTest.freshTopic()));
  }

  private static CommandContext command(String key, String body, Long version) {
    return CommandContext.of(
        CallerMother.officer(),
        "POST /notes",
        key,
        body,
        version == null ? OptionalLong.empty() : OptionalLong.of(version),
        null);
  }

  private static CommandContext command() {
    return command(null, "", null);
  }

  private Document document(UUID id) {
    return notes.documents().find(Filters.eq("_id", id)).first();
  }

  private UUID given(String title) {
    return notes.create(UUID.randomUUID(), command(), Note.open(title)).id();
  }

  @Nested
  class Creating {

    @Test
    void writesStateEventAndHistoryTogether() {
      // when
      var committed = notes.create(UUID.randomUUID(), command(), Note.open("a"));

      // then
      assertThat(committed.version()).isEqualTo(1);
      assertThat(notes.get(committed.id()))
          .isEqualTo(new Stored<>(committed.id(), 1, new Note("a", 0)));
      var event = document(committed.id()).getList("outbox", Document.class).getFirst();
      assertThat(event.getString("type")).isEqualTo("test.note.opened.v1");
      assertThat(event.getLong("seq")).isEqualTo(1);
      assertThat(event.getString("data")).isEqualTo("{\"title\":\"a\"}");
      assertThat(notes.history(committed.id()))
          .singleElement()
          .satisfies(
              h -> {
                assertThat(h.version()).isEqualTo(1);
                assertThat(h.actor()).isEqualTo(CallerMother.officer().subject());
                assertThat(h.effectiveDate()).isEqualTo(Note.DAY);
              });
    }

    @Test
    void isDoneOnceForOneKey() {
      // given
      var command = command("k1", "body", null);
      var first = notes.create(command.newId(), command, Note.open("a"));

      // when
      var again = command("k1", "body", null);
      var second = notes.create(again.newId(), again, Note.open("a"));

      // then
      assertThat(second.id()).isEqualTo(first.id());
      assertThat(second.version()).isEqualTo(1);
      assertThat(second.replayed()).isTrue();
      assertThat(notes.documents().countDocuments()).isEqualTo(1);
    }

    @Test
    void refusesTheSameKeyWithAnotherBody() {
      var first = command("k1", "body", null);
      notes.create(first.newId(), first, Note.open("a"));

      var other = command("k1", "another body", null);

      assertThatThrownBy(() -> notes.create(other.newId(), other, Note.open("b")))
          .isInstanceOf(KeyReused.class);
      assertThat(notes.get(first.newId()).state().title()).isEqualTo("a");
    }

    @Test
    void refusesANaturalKeyThatIsTakenAndNamesIt() {
      given("a");

      assertThatThrownBy(() -> given("a"))
          .isInstanceOfSatisfying(
              NaturalKeyTaken.class, e -> assertThat(e.pointer()).isEqualTo("/title"));
      assertThat(notes.documents().countDocuments()).isEqualTo(1);
    }

    @Test
    void letsOneOfManyAttemptsUnderOneKeyWin() throws Exception {
      // when
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var attempts =
            IntStream.range(0, 16)
                .mapToObj(
                    i ->
                        threads.submit(
                            () -> {
                              var command = command("same", "body", null);
                              return notes.create(command.newId(), command, Note.open("a"));
                            }))
                .toList();
        for (var attempt : attempts) {
          assertThat(attempt.get().version()).isEqualTo(1);
        }
      }

      // then
      assertThat(notes.documents().countDocuments()).isEqualTo(1);
    }
  }

  @Nested
  class Changing {

    @Test
    void appendsEventsAndRaisesTheVersionByTheirNumber() {
      var id = given("a");

      var committed = notes.change(id, command(null, "", 1L), Note::addTwoLines);

      assertThat(committed.version()).isEqualTo(3);
      assertThat(notes.get(id).state().lines()).isEqualTo(2);
      assertThat(document(id).getList("outbox", Document.class))
          .extracting(e -> e.getLong("seq"))
          .containsExactly(1L, 2L, 3L);
      assertThat(notes.history(id)).extracting(HistoryEntry::version).containsExactly(1L, 2L, 3L);
    }

    @Test
    void needsTheVersionThatTheClientSaw() {
      var id = given("a");

      assertThatThrownBy(() -> notes.change(id, command(), Note::addLine))
          .isInstanceOf(VersionRequired.class);
      assertThatThrownBy(() -> notes.change(id, command(null, "", 7L), Note::addLine))
          .isInstanceOf(StaleVersion.class);
      assertThat(notes.get(id).version()).isEqualTo(1);
    }

    @Test
    void isDoneOnceForOneKeyEvenAfterOthersChangedIt() {
      // given
      var id = given("a");
      var first = notes.change(id, command("k", "body", 1L), Note::addLine);
      notes.change(id, command(null, "", 2L), Note::addLine);

      // when
      var again = notes.change(id, command("k", "body", 1L), Note::addLine);

      // then
      assertThat(again.replayed()).isTrue();
      assertThat(again.version()).isEqualTo(first.version());
      assertThat(notes.get(id).state().lines()).isEqualTo(2);
    }

    @Test
    void writesNothingWhereNothingChanges() {
      var id = given("a");

      var committed = notes.change(id, command(null, "", 1L), note -> note.retitle("a"));

      assertThat(committed.version()).isEqualTo(1);
      assertThat(notes.history(id)).hasSize(1);
    }

    @Test
    void freesAnOldNaturalKeyAndTakesTheNewOne() {
      var id = given("a");
      notes.change(id, command(null, "", 1L), note -> note.retitle("b"));

      given("a");

      assertThatThrownBy(() -> given("b")).isInstanceOf(NaturalKeyTaken.class);
    }

    @Test
    void ofAProcessIsDecidedAgainUntilItFits() throws Exception {
      var id = given("a");

      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 8; i++) {
          var key = "event-" + i;
          threads.submit(
              () -> notes.change(id, CommandContext.process("test", key), Note::addLine));
        }
      }

      assertThat(notes.get(id).state().lines()).isEqualTo(8);
      assertThat(notes.get(id).version()).isEqualTo(9);
    }

    @Test
    void ofSomethingUnknownIsNotFound() {
      assertThatThrownBy(
              () -> notes.change(UUID.randomUUID(), command(null, "", 1L), Note::addLine))
          .isInstanceOf(NotFound.class);
    }
  }

  @Test
  void manyAreCreatedInOneWriteAndAgainWithoutDoubling() {
    // given
    given("taken");
    var process = CommandContext.process("import", "1");
    var ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    notes.createAll(process, List.of(new NewAggregate<>(ids.get(0), Note.open("x"))));

    // when
    var outcomes =
        notes.createAll(
            process,
            List.of(
                new NewAggregate<>(ids.get(0), Note.open("x")),
                new NewAggregate<>(ids.get(1), Note.open("taken")),
                new NewAggregate<>(ids.get(2), Note.open("y"))));

    // then
    assertThat(outcomes)
        .containsExactly(
            new BulkOutcome.AlreadyThere(),
            new BulkOutcome.KeyTaken("title"),
            new BulkOutcome.Created());
    assertThat(notes.documents().countDocuments()).isEqualTo(3);
  }
}
