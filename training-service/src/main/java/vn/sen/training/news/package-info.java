/**
 * The processes: what the events of the membership service, and training's own, make training do.
 * One handler for each topic.
 */
@NullMarked
package vn.sen.training.news;

import org.jspecify.annotations.NullMarked;
