/** The register of published figures over HTTP. */
@NullMarked
package vn.sen.reporting.published.web;

import org.jspecify.annotations.NullMarked;
