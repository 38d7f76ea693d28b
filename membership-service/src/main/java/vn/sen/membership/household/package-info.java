/** Households, the borrower side of lending, and who of the Union lives in them. */
@NullMarked
package vn.sen.membership.household;

import org.jspecify.annotations.NullMarked;
