package vn.sen.local.demo.dataset;

import java.util.Map;

/**
 * What must be counted under one map.
 *
 * @param communes members by commune of that map; a commune without members stands with 0
 * @param remainder members that a split has not assigned
 */
public record Headcount(Map<UnitKey, Integer> communes, int remainder) {

  public Headcount {
    communes = Map.copyOf(communes);
  }

  /** All members, the remainder included. */
  public int total() {
    return communes.values().stream().mapToInt(Integer::intValue).sum() + remainder;
  }
}
