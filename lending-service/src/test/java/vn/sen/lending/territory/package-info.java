/** Where units may lie, tested on a real broker. */
package vn.sen.lending.territory;
