package vn.sen.reporting.published;

import java.util.List;
import vn.sen.reporting.reading.Unit;

/**
 * What is published of a unit, beside what is counted.
 *
 * @param unit whose figures they are
 * @param figures in the order in which they were entered
 * @param sums of the sources that state a total and single banks
 */
public record PublishedReport(Unit unit, List<Compared> figures, List<SourceSum> sums) {}
