/**
 * Reports that were issued: each has a number, is signed and kept, and comes out of the log again
 * byte for byte. One is never changed; another one takes its place.
 */
@NullMarked
package vn.sen.reporting.issuance;

import org.jspecify.annotations.NullMarked;
