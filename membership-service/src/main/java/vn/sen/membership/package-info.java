/**
 * The membership service: who the members are, where, since when; and the map of org units they
 * belong to.
 */
@NullMarked
package vn.sen.membership;

import org.jspecify.annotations.NullMarked;
