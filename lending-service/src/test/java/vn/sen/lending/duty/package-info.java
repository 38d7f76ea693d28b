/** What the Union owes the banks and gets from them, tested. */
package vn.sen.lending.duty;
