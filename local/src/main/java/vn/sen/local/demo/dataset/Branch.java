package vn.sen.local.demo.dataset;

/**
 * An invented branch (chi hội) of a real commune.
 *
 * @param district of the commune, on the first map
 * @param weight its share of the commune's members, relative to the commune's other branches
 */
public record Branch(UnitKey key, String name, UnitKey commune, UnitKey district, double weight) {}
