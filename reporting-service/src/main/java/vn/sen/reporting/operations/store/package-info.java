/** What is kept of verifications and of decisions about dead letters. */
@NullMarked
package vn.sen.reporting.operations.store;

import org.jspecify.annotations.NullMarked;
