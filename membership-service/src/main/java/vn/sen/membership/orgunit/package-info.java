/**
 * Org units: set up, named, closed; the women stated for them; which successor a branch of a split
 * unit follows.
 */
@NullMarked
package vn.sen.membership.orgunit;

import org.jspecify.annotations.NullMarked;
