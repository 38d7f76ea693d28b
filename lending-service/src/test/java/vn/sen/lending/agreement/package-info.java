/** What is agreed with banks, tested. */
package vn.sen.lending.agreement;
