/** The courses of which classes are held, and what they make people competent in. */
@NullMarked
package vn.sen.training.course;

import org.jspecify.annotations.NullMarked;
