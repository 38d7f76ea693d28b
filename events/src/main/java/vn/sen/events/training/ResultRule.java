package vn.sen.events.training;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the result of an indicator comes about, as data: what is counted and which of it. A rule that
 * counts nothing a component could narrow leaves it out.
 *
 * @param measure what is counted
 * @param themeId of classes and activities: only those of this theme; null for all
 * @param groupType of community groups: the code of their type, never null there
 * @param activityKind of activities: their kind; null for all
 * @param loanProgramme of loans: the id of the lending programme, never null there
 * @param competency of people in post: the code of what they are competent in, never null there
 * @param titleId of people in post: only those who hold this title; null for all
 * @param stated of what officers state: what the number means, never null there
 * @param ownOnly whether only classes, groups and activities count that belong to the programme;
 *     false where programmes are not told apart
 */
public record ResultRule(
    ResultMeasure measure,
    @Nullable UUID themeId,
    @Nullable String groupType,
    @Nullable ActivityKind activityKind,
    @Nullable UUID loanProgramme,
    @Nullable String competency,
    @Nullable UUID titleId,
    @Nullable StatedKind stated,
    boolean ownOnly) {}
