/** Courses, tested. */
package vn.sen.training.course;
