package vn.sen.chassis.domain;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
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

  /**
   * A decision whose next state follows from its events.
   *
   * @param before null where the aggregate does not exist yet; then there must be an event
   */
  public static <S, E extends DomainEvent> Decision<S> of(
      @Nullable S before, List<E> events, BiFunction<@Nullable S, E, S> evolve) {
    S state = before;
    for (E event : events) {
      state = evolve.apply(state, event);
    }
    return new Decision<>(
        Objects.requireNonNull(state, "an aggregate begins with an event"), events);
  }

  /** The command asks for what is so already. */
  public static <S> Decision<S> nothing(S state) {
    return new Decision<>(state, List.of());
  }
}
