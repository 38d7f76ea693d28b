/** Issuing, reading and checking issued reports over HTTP. */
@NullMarked
package vn.sen.reporting.issuance.web;

import org.jspecify.annotations.NullMarked;
