/** Keeps the register of published figures. */
@NullMarked
package vn.sen.reporting.published.store;

import org.jspecify.annotations.NullMarked;
