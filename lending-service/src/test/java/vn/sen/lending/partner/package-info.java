/** What banks may say, tested over HTTP. */
package vn.sen.lending.partner;
