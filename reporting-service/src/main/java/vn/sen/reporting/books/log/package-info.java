/** The books of the past, folded again from the log. */
@NullMarked
package vn.sen.reporting.books.log;

import org.jspecify.annotations.NullMarked;
