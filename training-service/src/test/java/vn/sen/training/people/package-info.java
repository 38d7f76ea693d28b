/** The copy of the membership service's people, tested. */
package vn.sen.training.people;
