/** What lending is told of members, tested. */
@NullMarked
package vn.sen.membership.matching;

import org.jspecify.annotations.NullMarked;
