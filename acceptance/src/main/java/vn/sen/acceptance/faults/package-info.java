/**
 * The platform under faults: processes that are killed, stopped and cut off while clients work, and
 * a checker that afterwards compares, from outside, what was acknowledged with what is there. It
 * shares no code with the services: it reads the log with Kafka's client, the store with MongoDB's
 * driver and the figures over HTTP.
 */
@NullMarked
package vn.sen.acceptance.faults;

import org.jspecify.annotations.NullMarked;
