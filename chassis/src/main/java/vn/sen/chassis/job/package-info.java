/** Work that outlives a request: done in the background, by whichever instance is there. */
@NullMarked
package vn.sen.chassis.job;

import org.jspecify.annotations.NullMarked;
