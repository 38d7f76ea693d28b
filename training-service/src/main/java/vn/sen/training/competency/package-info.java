/** What people are competent in, because they passed a class. */
@NullMarked
package vn.sen.training.competency;

import org.jspecify.annotations.NullMarked;
