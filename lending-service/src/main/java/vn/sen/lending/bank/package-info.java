/** The banks the Union works with, and the names they bore. */
@NullMarked
package vn.sen.lending.bank;

import org.jspecify.annotations.NullMarked;
