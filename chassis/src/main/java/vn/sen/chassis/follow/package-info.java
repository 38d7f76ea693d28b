/** Topics that every instance reads whole. */
@NullMarked
package vn.sen.chassis.follow;

import org.jspecify.annotations.NullMarked;
