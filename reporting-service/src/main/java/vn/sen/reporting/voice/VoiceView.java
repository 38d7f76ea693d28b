package vn.sen.reporting.voice;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.RowSink;
import vn.sen.chassis.view.ViewDefinition;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.events.membership.VoiceEvent;
import vn.sen.events.membership.VoiceEvent.VoiceLinked;
import vn.sen.events.membership.VoiceEvent.VoiceUnlinked;
import vn.sen.reporting.reading.ProvinceTime;

/** Counts voices: each change of an event is an addition to one row. */
public final class VoiceView implements ViewDefinition<VoiceRow> {

  private static final Set<Class<? extends DomainEvent>> WANTED =
      Stream.of(VoiceEvent.class.getPermittedSubclasses())
          .filter(type -> type != VoiceLinked.class && type != VoiceUnlinked.class)
          .map(type -> type.<DomainEvent>asSubclass(DomainEvent.class))
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public String name() {
    return "voices";
  }

  @Override
  public List<Topic> topics() {
    return List.of(Topic.VOICES);
  }

  @Override
  public EventCatalog catalog() {
    return MembershipEvents.CATALOG;
  }

  @Override
  public Set<Class<? extends DomainEvent>> wants() {
    return WANTED;
  }

  @Override
  public void fold(DomainEvent event, RecordMeta meta, RowSink<VoiceRow> rows) {
    if (!(event instanceof VoiceEvent voice)) {
      throw new IllegalArgumentException("Not about a voice: " + event.getClass().getName());
    }
    var known = ProvinceTime.known(meta);
    for (var c : voice.changes()) {
      rows.add(new VoiceRow(c.place(), c.measure(), c.date(), known), c.delta());
    }
  }

  @Override
  public String write(VoiceRow row) {
    return row.text();
  }

  @Override
  public VoiceRow read(String text) {
    return VoiceRow.parse(text);
  }
}
