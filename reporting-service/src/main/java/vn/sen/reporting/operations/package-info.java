/** Keeping views right: verified against the log, rebuilt, and freed of what cannot be counted. */
@NullMarked
package vn.sen.reporting.operations;

import org.jspecify.annotations.NullMarked;
