/**
 * Where consumers put what they cannot count or handle, so that it is kept and the others go on.
 */
@NullMarked
package vn.sen.chassis.deadletter;

import org.jspecify.annotations.NullMarked;
