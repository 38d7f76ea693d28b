/** The rules of loans, tested. */
package vn.sen.lending.loan;
