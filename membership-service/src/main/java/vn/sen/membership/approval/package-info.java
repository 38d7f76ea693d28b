/** One list of what waits for somebody else than its author. */
@NullMarked
package vn.sen.membership.approval;

import org.jspecify.annotations.NullMarked;
