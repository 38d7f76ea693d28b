/** What the Union teaches: one package a feature. */
@NullMarked
package vn.sen.training;

import org.jspecify.annotations.NullMarked;
