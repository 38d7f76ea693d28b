package vn.sen.gateway.report;

/**
 * A report that the service has just said to hold.
 *
 * @param changed whether it is another one than was kept
 */
record Revalidated(KeptReport report, boolean changed) {}
