/**
 * Training plans: from what titles demand and what those who hold them lack, whom to train in a
 * year; and whom classes have trained since.
 */
@NullMarked
package vn.sen.training.plan;

import org.jspecify.annotations.NullMarked;
