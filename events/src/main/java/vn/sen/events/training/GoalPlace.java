package vn.sen.events.training;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a target or a stated result counts. They are numbers that somebody has stated for a unit:
 * what is below a unit does not add up to them, and they never follow a split. Those of units that
 * were merged whole add up for their successor.
 *
 * @param programme the code of the programme
 * @param indicator the code of its indicator
 * @param unitId the unit
 * @param year of a target, and of a result that adds up within its year; null for what there is on
 *     a date
 */
public record GoalPlace(String programme, String indicator, UUID unitId, @Nullable Integer year) {}
