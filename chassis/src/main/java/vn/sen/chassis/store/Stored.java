package vn.sen.chassis.store;

import java.util.UUID;

/**
 * An aggregate as it stands in the store.
 *
 * @param version the number of its events so far
 */
public record Stored<S>(UUID id, long version, S state) {}
