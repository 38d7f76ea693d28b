/** The lending reports over HTTP. */
@NullMarked
package vn.sen.reporting.lending.web;

import org.jspecify.annotations.NullMarked;
