package vn.sen.chassis.store;

import java.util.UUID;
import vn.sen.chassis.domain.Decision;

/** An aggregate to create together with others. */
public record NewAggregate<S>(UUID id, Decision<S> decision) {}
