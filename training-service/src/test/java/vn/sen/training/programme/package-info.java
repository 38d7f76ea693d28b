/** Programmes of the Union, tested. */
package vn.sen.training.programme;
