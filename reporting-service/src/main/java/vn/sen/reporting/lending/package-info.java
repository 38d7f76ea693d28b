/**
 * What households owe, at which bank and where: on any date, under any map. Plain Java; what HTTP
 * needs is in {@link vn.sen.reporting.lending.web}.
 */
@NullMarked
package vn.sen.reporting.lending;

import org.jspecify.annotations.NullMarked;
