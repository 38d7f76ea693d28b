/**
 * Classes: planned, opened for enrolment, held and closed, or cancelled; who takes part, who was
 * there and who passed, and the figures that come of it.
 */
@NullMarked
package vn.sen.training.trainingclass;

import org.jspecify.annotations.NullMarked;
