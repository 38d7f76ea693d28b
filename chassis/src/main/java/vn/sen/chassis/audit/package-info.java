/**
 * The audit trail at a service's own door: who read what, what was refused, what was done without
 * an event of the domain. What commands change, their events tell themselves.
 */
@NullMarked
package vn.sen.chassis.audit;

import org.jspecify.annotations.NullMarked;
