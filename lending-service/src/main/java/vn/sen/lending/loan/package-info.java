/**
 * Loans as the banks tell them: a timeline of postings by business date, the standing it leads to
 * on any day, and what an update changes of the figures. The rules are in {@link
 * vn.sen.lending.loan.Standing}.
 */
@NullMarked
package vn.sen.lending.loan;

import org.jspecify.annotations.NullMarked;
