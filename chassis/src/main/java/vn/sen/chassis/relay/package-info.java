/** Publishes what the outboxes hold: every event, in version order per aggregate. */
@NullMarked
package vn.sen.chassis.relay;

import org.jspecify.annotations.NullMarked;
