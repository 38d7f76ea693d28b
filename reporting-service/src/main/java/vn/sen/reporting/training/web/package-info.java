/** The training reports over HTTP. */
@NullMarked
package vn.sen.reporting.training.web;

import org.jspecify.annotations.NullMarked;
