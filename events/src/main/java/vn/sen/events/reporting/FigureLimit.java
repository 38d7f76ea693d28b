package vn.sen.events.reporting;

/**
 * What a figure is limited to.
 *
 * @param dimension for example {@code bank}
 * @param value for example {@code VBSP}
 */
public record FigureLimit(String dimension, String value) {}
