package vn.sen.events.training;

import java.util.UUID;

/**
 * A member of the Union who came to an activity.
 *
 * @param memberId her id
 * @param category as what she came
 */
public record MemberAttendance(UUID memberId, ParticipantCategory category) {}
