/**
 * Tells the lending service, and nobody else, by what members can be recognised who borrow: hashes
 * of their identity numbers under a key that the two services share.
 */
@NullMarked
package vn.sen.membership.matching;

import org.jspecify.annotations.NullMarked;
