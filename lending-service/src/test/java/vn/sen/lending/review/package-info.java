/** What members' events lead to, tested on a real broker. */
package vn.sen.lending.review;
