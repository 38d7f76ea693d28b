package vn.sen.reporting.reading;

import java.util.List;
import java.util.UUID;

/**
 * Members who stay together on every map: the same unit, the same personal assignments in splits.
 */
public record Leaf(UUID unit, List<UUID> via) {}
