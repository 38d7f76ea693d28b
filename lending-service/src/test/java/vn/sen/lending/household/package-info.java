/** Who borrows, tested. */
package vn.sen.lending.household;
