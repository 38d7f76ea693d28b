/** Aggregates on the plain MongoDB driver: one document each, state and events in one write. */
@NullMarked
package vn.sen.chassis.store;

import org.jspecify.annotations.NullMarked;
