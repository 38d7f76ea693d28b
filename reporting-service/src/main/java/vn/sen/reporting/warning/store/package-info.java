/** What is kept of early warning: the rules, what was announced, and evaluations as jobs. */
@NullMarked
package vn.sen.reporting.warning.store;

import org.jspecify.annotations.NullMarked;
