/** The audit trail over HTTP. */
@NullMarked
package vn.sen.reporting.audit.web;

import org.jspecify.annotations.NullMarked;
