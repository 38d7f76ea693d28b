package vn.sen.chassis.domain;

import java.util.List;
import vn.sen.events.DomainEvent;

/**
 * What a command decided: the events that happened and the state they lead to. The state is given
 * beside the events because events carry no personal data.
 *
 * @param state the next state
 * @param events in order; empty when the command changes nothing
 */
public record Decision<S>(S state, List<? extends DomainEvent> events) {

  public Decision {
    events = List.copyOf(events);
  }

  /** A decision of one event. */
  public static <S> Decision<S> of(S state, DomainEvent event) {
    return new Decision<>(state, List.of(event));
  }

  /** The command asks for what is so already. */
  public static <S> Decision<S> nothing(S state) {
    return new Decision<>(state, List.of());
  }
}
