package vn.sen.membership.voice;

import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.VoiceEvent.VoiceLinked;

/**
 * The process that makes likeness mutual: a voice that was found to be like another one takes it
 * into its bundle. An event that comes twice finds it there.
 */
@Component
class Bundles implements DomainEventHandler {

  static final String GROUP = "membership.voices";

  private final AggregateStore<Voice> store;

  Bundles(AggregateStore<Voice> store) {
    this.store = store;
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return event instanceof VoiceLinked;
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    var linked = (VoiceLinked) event;
    store.change(
        linked.voiceId(),
        CommandContext.process(GROUP, envelope.id()),
        voice -> voice.linked(envelope.subject(), linked.bundleId(), linked.on()));
  }
}
