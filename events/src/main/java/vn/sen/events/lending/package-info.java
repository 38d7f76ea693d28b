/** What the lending context tells the others. */
@NullMarked
package vn.sen.events.lending;

import org.jspecify.annotations.NullMarked;
