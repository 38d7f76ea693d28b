/**
 * Training's own copy of whom the membership service knows: where a member belonged on which day,
 * and who held which post. It knows no names.
 */
@NullMarked
package vn.sen.training.people;

import org.jspecify.annotations.NullMarked;
