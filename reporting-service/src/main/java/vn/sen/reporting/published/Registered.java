package vn.sen.reporting.published;

import java.util.UUID;

/** A figure of the register. */
public record Registered(UUID id, long version, PublishedFigure figure) {}
