/** Vietnamese names: one form to keep, one to compare by. */
@NullMarked
package vn.sen.membership.naming;

import org.jspecify.annotations.NullMarked;
