package vn.sen.reporting.published;

/** Why figures differ, or that they do not, in Vietnamese and in English. */
public record Explanation(String vi, String en) {}
