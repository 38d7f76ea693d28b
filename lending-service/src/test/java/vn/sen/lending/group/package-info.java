/** Savings and credit groups, tested. */
package vn.sen.lending.group;
