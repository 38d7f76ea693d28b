/** What the training context tells the others. */
@NullMarked
package vn.sen.events.training;

import org.jspecify.annotations.NullMarked;
