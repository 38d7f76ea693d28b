/**
 * What all reports have in common: territories on the map of a day, sums over time, answers that
 * stay right until what they are made of changes. Plain Java; what HTTP needs is in {@link
 * vn.sen.reporting.reading.web}.
 */
@NullMarked
package vn.sen.reporting.reading;

import org.jspecify.annotations.NullMarked;
