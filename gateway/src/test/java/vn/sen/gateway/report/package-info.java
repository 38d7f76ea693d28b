/** Parts of the report cache by themselves. */
@NullMarked
package vn.sen.gateway.report;

import org.jspecify.annotations.NullMarked;
