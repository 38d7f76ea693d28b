package vn.sen.reporting.indicator;

/**
 * A department of the Union that answers for what a figure means.
 *
 * @param code for programs
 */
public record Owner(String code, Text name) {}
