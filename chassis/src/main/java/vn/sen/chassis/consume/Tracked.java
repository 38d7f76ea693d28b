package vn.sen.chassis.consume;

import java.util.Set;
import java.util.UUID;

/**
 * How far a consumer is with an aggregate.
 *
 * @param first the version from which on the aggregate is followed; what came before concerned
 *     nobody
 * @param last the last version that is done
 * @param parked later versions that wait for the one after {@code last}
 */
record Tracked(UUID aggregate, long first, long last, Set<Long> parked) {

  Tracked {
    parked = Set.copyOf(parked);
  }
}
