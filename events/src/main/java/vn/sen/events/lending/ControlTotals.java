package vn.sen.events.lending;

/**
 * What the lines of a statement add up to.
 *
 * @param loans lines
 * @param households distinct borrowers
 * @param outstanding principal in term, overdue and frozen, in đồng
 */
public record ControlTotals(long loans, long households, long outstanding) {}
