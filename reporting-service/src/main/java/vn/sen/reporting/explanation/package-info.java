/**
 * What figures are made of: rows, and the records and events behind these. The features say of what
 * their figures are sums; what is here pages, adds up and compares. Plain Java; what HTTP needs is
 * in {@link vn.sen.reporting.explanation.web}, what reads the log in {@link
 * vn.sen.reporting.explanation.log}.
 */
@NullMarked
package vn.sen.reporting.explanation;

import org.jspecify.annotations.NullMarked;
