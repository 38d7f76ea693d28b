package vn.sen.reporting.communitygroup;

/**
 * Community groups, people and meetings of some territory, type or programme.
 *
 * @param groups that live on the date
 * @param members of the Union who belong to them on the date; who belongs to two counts twice
 * @param distinctMembers the same, each of them once
 * @param others who belong to them on the date, of whom only the number is known
 * @param founded in the period
 * @param closed in the period
 * @param meetings in the period
 * @param turns attendances (lượt) at these, of members and of others
 * @param distinctAttendees members who came to any of these, each of them once
 */
public record GroupCounts(
    long groups,
    long members,
    long distinctMembers,
    long others,
    long founded,
    long closed,
    long meetings,
    long turns,
    long distinctAttendees) {}
