/**
 * The indicator dictionary: what each figure of each report means, how it comes about and who
 * answers for it. Plain Java; what HTTP needs is in {@link vn.sen.reporting.indicator.web}.
 */
@NullMarked
package vn.sen.reporting.indicator;

import org.jspecify.annotations.NullMarked;
