/**
 * Materialized views folded from the log: every event counts exactly once, whatever is killed when.
 *
 * <p>A view is a pure {@link vn.sen.chassis.view.ViewDefinition}; the {@link
 * vn.sen.chassis.view.ViewEngine} polls, folds in memory and writes checkpoints; reports are
 * answered from memory that shows only what is durable.
 */
@NullMarked
package vn.sen.chassis.view;

import org.jspecify.annotations.NullMarked;
