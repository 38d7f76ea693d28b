/** Participants, tested. */
package vn.sen.training.participant;
