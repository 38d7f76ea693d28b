package vn.sen.events.training;

import java.util.UUID;

/**
 * Whether one participant was at a session.
 *
 * @param personId the participant
 * @param attendance whether she was there
 */
public record AttendanceMark(UUID personId, Attendance attendance) {}
