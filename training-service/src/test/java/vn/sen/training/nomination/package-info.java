/** Nominations, tested. */
package vn.sen.training.nomination;
