package vn.sen.events.training;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an activity is to be, or was. Amounts are whole đồng.
 *
 * @param kind what it is
 * @param unitId the organiser
 * @param targetUnitId the unit that is visited, inspected or supported; null for none
 * @param from the first day
 * @param to the last day
 * @param programme the code of the programme of the Union it belongs to, or null
 * @param themeId its theme, or null
 * @param budget not negative
 * @param source where the money comes from
 */
public record ActivityPlan(
    ActivityKind kind,
    UUID unitId,
    @Nullable UUID targetUnitId,
    LocalDate from,
    LocalDate to,
    @Nullable String programme,
    @Nullable UUID themeId,
    long budget,
    BudgetSource source) {}
