/** What becomes of records while they are assigned, and others are at work as well. */
@NullMarked
package vn.sen.chassis.assignment;

import org.jspecify.annotations.NullMarked;
