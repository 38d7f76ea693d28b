/** What all reports over HTTP have in common: freshness, entity tags, dates. */
@NullMarked
package vn.sen.reporting.reading.web;

import org.jspecify.annotations.NullMarked;
