/** What the reporting context tells: warnings about figures, and the rules behind them. */
@NullMarked
package vn.sen.events.reporting;

import org.jspecify.annotations.NullMarked;
