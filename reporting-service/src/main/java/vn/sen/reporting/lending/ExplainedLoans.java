package vn.sen.reporting.lending;

import java.util.function.Function;
import vn.sen.reporting.explanation.Figures;

/**
 * A report whose figures are made of loans.
 *
 * @param figures of its total, its rows and what it is divided into
 * @param unplaced of what the map places nowhere
 * @param hasFees whether payments of fees are in it
 * @param report as its readers get it
 */
record ExplainedLoans(
    Figures<LendingFigure> figures,
    Figures<LendingFigure> unplaced,
    boolean hasFees,
    Function<LendingQuery, Object> report) {}
