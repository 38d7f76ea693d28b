/** Competencies, tested. */
package vn.sen.training.competency;
