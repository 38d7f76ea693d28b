/**
 * Where one event makes one command: consumers on Spring Cloud Stream, one record at a time.
 *
 * <p>A service declares a functional bean, {@code Consumer<Message<?>> heirs(EventConsumers
 * consumers, …) { return consumers.consumer("lending.heirs", MembershipEvents.CATALOG, handler);
 * }}, names it in {@code spring.cloud.function.definition} and gives its binding the topic and the
 * same group: {@code spring.cloud.stream.bindings.heirs-in-0.destination} and {@code .group}.
 * Nothing else is configured: acknowledgement, retries and dead letters are set here, because the
 * binder's defaults drop records.
 */
@NullMarked
package vn.sen.chassis.consume;

import org.jspecify.annotations.NullMarked;
