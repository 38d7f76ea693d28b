/**
 * What the split of a unit left open: which branches, members and groups follow no successor yet,
 * and assigning them, one by one elsewhere, or here by a rule.
 */
@NullMarked
package vn.sen.membership.assignment;

import org.jspecify.annotations.NullMarked;
