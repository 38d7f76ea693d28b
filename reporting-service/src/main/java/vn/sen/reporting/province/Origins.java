package vn.sen.reporting.province;

import java.util.Map;
import java.util.Optional;
import vn.sen.reporting.reading.Origin;

/** Where the figures stand that reports by a definition show. */
public final class Origins {

  private Origins() {}

  /**
   * Where a figure stands.
   *
   * @param indicator its id
   * @param of what it is limited to
   * @return empty where there is nothing to lead to
   */
  public static Optional<Origin> of(String indicator, Map<String, String> of) {
    return Indicators.find(indicator).flatMap(found -> Optional.ofNullable(found.source().of(of)));
  }
}
