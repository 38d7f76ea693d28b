/**
 * Requests of a unit for a member whose record lies in another one: the receiving unit learns only
 * that there is a record, the sending one confirms.
 */
@NullMarked
package vn.sen.membership.transfer;

import org.jspecify.annotations.NullMarked;
