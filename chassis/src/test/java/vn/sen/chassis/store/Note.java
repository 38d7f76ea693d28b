package vn.sen.chassis.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.EventName;
import vn.sen.events.Topic;

/** A small aggregate for tests: a note with a title that is unique. */
public record Note(String title, int lines) {

  public static final LocalDate DAY = LocalDate.of(2023, 10, 30);

  /** What happens to notes. */
  public sealed interface NoteEvent extends DomainEvent {
    @Override
    default LocalDate effectiveDate() {
      return DAY;
    }
  }

  @EventName("test.note.opened.v1")
  public record Opened(String title) implements NoteEvent {}

  @EventName("test.note.line-added.v1")
  public record LineAdded(int line) implements NoteEvent {}

  @EventName("test.note.retitled.v1")
  public record Retitled(String title) implements NoteEvent {}

  public static final EventCatalog CATALOG = EventCatalog.of(List.of(NoteEvent.class));

  public static AggregateKind<Note> kind(String topic) {
    return new AggregateKind<>(
        "note",
        "notes",
        new Topic(topic, 2),
        "/sen/test",
        CATALOG,
        Note.class,
        note -> Map.of("title", note.title()),
        note -> List.of("title:" + note.title()),
        List.of(List.of("title")));
  }

  public static Decision<Note> open(String title) {
    return Decision.of(new Note(title, 0), new Opened(title));
  }

  public Decision<Note> addLine() {
    return Decision.of(new Note(title, lines + 1), new LineAdded(lines + 1));
  }

  public Decision<Note> addTwoLines() {
    return new Decision<>(
        new Note(title, lines + 2), List.of(new LineAdded(lines + 1), new LineAdded(lines + 2)));
  }

  public Decision<Note> retitle(String newTitle) {
    return newTitle.equals(title)
        ? Decision.nothing(this)
        : Decision.of(new Note(newTitle, lines), new Retitled(newTitle));
  }
}
