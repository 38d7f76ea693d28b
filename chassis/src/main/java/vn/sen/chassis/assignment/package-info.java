/** Assigning by a rule what the split of a unit has left open: one job for many records. */
@NullMarked
package vn.sen.chassis.assignment;

import org.jspecify.annotations.NullMarked;
