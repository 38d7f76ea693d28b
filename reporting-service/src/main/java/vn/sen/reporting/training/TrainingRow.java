package vn.sen.reporting.training;

import java.time.LocalDate;

/**
 * What the training view counts by.
 *
 * @param known the day on which the broker took the event in the province's time zone
 */
public record TrainingRow(LocalDate known, TrainingFact fact) {}
