/** All reports over one state of the log: as it is now, or as it was known at the end of a day. */
@NullMarked
package vn.sen.reporting.books;

import org.jspecify.annotations.NullMarked;
