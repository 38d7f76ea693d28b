/** Savings and credit groups: who leads them, how they are ranked. */
@NullMarked
package vn.sen.lending.group;

import org.jspecify.annotations.NullMarked;
