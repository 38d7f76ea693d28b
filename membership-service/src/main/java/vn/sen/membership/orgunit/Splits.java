package vn.sen.membership.orgunit;

import java.util.List;
import java.util.UUID;
import vn.sen.chassis.org.Split;

/** What a decision may ask about redrawings. */
@FunctionalInterface
public interface Splits {

  /**
   * The units that this redrawing divided and of which the successor got a part; empty where it
   * divided none.
   */
  List<Split> into(UUID redrawingId, UUID successorId);
}
