/**
 * The households that borrow, as far as banks and officers have told who they are: opened when a
 * bank's line names somebody new, confirmed or merged by an officer.
 */
@NullMarked
package vn.sen.lending.household;

import org.jspecify.annotations.NullMarked;
