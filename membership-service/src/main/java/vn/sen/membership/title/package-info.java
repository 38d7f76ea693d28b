/** Titles that people hold: where they exist, for how many, and what they demand. */
@NullMarked
package vn.sen.membership.title;

import org.jspecify.annotations.NullMarked;
