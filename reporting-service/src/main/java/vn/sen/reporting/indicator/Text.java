package vn.sen.reporting.indicator;

/** A text for readers in Vietnamese and in English. */
public record Text(String vi, String en) {}
