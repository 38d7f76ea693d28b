package vn.sen.local.demo.dataset;

import java.util.List;

/**
 * A real commune of the first map with its invented figures.
 *
 * @param district its unit
 * @param low whether it was chosen to lie under the threshold
 * @param members at the end of the report date
 * @param women all women
 * @param womenPresent women present in the locality
 */
public record Commune(
    UnitKey key,
    String name,
    UnitKey district,
    boolean low,
    int members,
    int women,
    int womenPresent,
    List<Branch> branches) {}
