package vn.sen.reporting.explanation;

/**
 * Where a page of parts ended: the largest come first, equal ones by key.
 *
 * @param size the absolute value of its last part
 * @param key of its last part
 */
public record After(long size, String key) {}
