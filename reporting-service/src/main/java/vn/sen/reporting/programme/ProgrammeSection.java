package vn.sen.reporting.programme;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a report a figure stands in.
 *
 * @param row see {@link vn.sen.reporting.reading.RowChoice#of}
 * @param programme the code of the programme
 * @param indicator the code of its indicator
 */
public record ProgrammeSection(@Nullable String row, String programme, String indicator) {}
