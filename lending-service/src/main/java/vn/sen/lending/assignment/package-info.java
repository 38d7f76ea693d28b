/**
 * What the split of a unit left open among the loans, and assigning them by a rule; one by one it
 * is done at the loan.
 */
@NullMarked
package vn.sen.lending.assignment;

import org.jspecify.annotations.NullMarked;
