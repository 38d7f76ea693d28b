/**
 * Lists of who was at a session of a class: read, matched to members row by row, and told to the
 * training service by ids alone. What stands in a list is not kept.
 */
@NullMarked
package vn.sen.membership.attendance;

import org.jspecify.annotations.NullMarked;
