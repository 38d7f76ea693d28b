/** The processes, tested. */
package vn.sen.training.news;
