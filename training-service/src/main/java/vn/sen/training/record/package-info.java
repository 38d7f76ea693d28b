/** What one person has done in training, gathered for her officer and for her own request. */
@NullMarked
package vn.sen.training.record;

import org.jspecify.annotations.NullMarked;
