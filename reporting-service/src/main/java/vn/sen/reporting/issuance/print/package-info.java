/** Prints issued reports, each with its number and day. */
@NullMarked
package vn.sen.reporting.issuance.print;

import org.jspecify.annotations.NullMarked;
