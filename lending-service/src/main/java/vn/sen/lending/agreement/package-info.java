/** What is agreed with each bank, by day: checks, fees, sizes and ranks of groups. */
@NullMarked
package vn.sen.lending.agreement;

import org.jspecify.annotations.NullMarked;
