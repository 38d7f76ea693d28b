/**
 * The audit trail: who did or read what, when, with which program, about whom and with which
 * result; made of the records of all topics, each partition's chained by hashes. Plain Java; what
 * keeps it is {@code store}, what answers is {@code web}.
 */
@NullMarked
package vn.sen.reporting.audit;

import org.jspecify.annotations.NullMarked;
