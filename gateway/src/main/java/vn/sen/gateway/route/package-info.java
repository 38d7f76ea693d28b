/**
 * Routes to the services, with their limits, time-outs, circuit breakers and the one allowed retry.
 */
@NullMarked
package vn.sen.gateway.route;

import org.jspecify.annotations.NullMarked;
