/**
 * Which classes were held, who took part, and who in post is trained for it: on any date, under any
 * map. Plain Java; what HTTP needs is in {@link vn.sen.reporting.training.web}.
 */
@NullMarked
package vn.sen.reporting.training;

import org.jspecify.annotations.NullMarked;
