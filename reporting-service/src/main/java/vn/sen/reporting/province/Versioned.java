package vn.sen.reporting.province;

/**
 * A definition as it once stood.
 *
 * @param version counts how often the Union has set it; 0 for the one that comes with the platform
 */
public record Versioned(ReportDefinition definition, long version) {}
