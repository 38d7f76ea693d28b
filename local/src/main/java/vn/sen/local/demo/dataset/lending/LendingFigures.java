package vn.sen.local.demo.dataset.lending;

/** What loans must count to; amounts in đồng. */
public record LendingFigures(
    long outstanding, long overdue, long frozen, long loans, long households) {}
