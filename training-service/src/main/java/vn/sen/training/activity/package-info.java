/**
 * Activities: communication events, dialogues, briefings, inspections, visits; who came, what came
 * of them, and the figures that come of it.
 */
@NullMarked
package vn.sen.training.activity;

import org.jspecify.annotations.NullMarked;
