package vn.sen.reporting.training;

import java.util.Map;
import vn.sen.events.training.BudgetSource;

/**
 * Classes and who took part, in a period. What is about a class as a whole (classes, sessions,
 * budget) counts at its organiser, what is about people at their own units. All are flows.
 *
 * @param classes that were held, by their last day
 * @param sessions that took place, by their day
 * @param budget of the classes held, in đồng
 * @param budgetBySource the same by where it came from; what is 0 is absent
 * @param people who took part, each once: rows and parts do not add up to totals
 * @param turns lượt: once for each class somebody took part in, by the first day she was present
 * @param sessionTurns once for each session somebody was present at
 * @param passed once for each class somebody passed, by its last day
 * @param certificatesIssued by the day on the paper
 * @param certificatesRevoked by the day from which they are not valid; whenever they were issued
 */
public record Training(
    long classes,
    long sessions,
    long budget,
    Map<BudgetSource, Long> budgetBySource,
    long people,
    long turns,
    long sessionTurns,
    long passed,
    long certificatesIssued,
    long certificatesRevoked) {}
