/**
 * Programmes of the Union: what they are measured by, what each unit is to reach under them, and
 * what its officers state where the platform cannot count.
 */
@NullMarked
package vn.sen.training.programme;

import org.jspecify.annotations.NullMarked;
