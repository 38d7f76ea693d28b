/** The membership report over HTTP. */
@NullMarked
package vn.sen.reporting.membership.web;

import org.jspecify.annotations.NullMarked;
