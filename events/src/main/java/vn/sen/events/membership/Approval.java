package vn.sen.events.membership;

/**
 * Two people have agreed on what moves a figure.
 *
 * @param author who proposed it, by id
 * @param approver who approved it, by id; never the author
 */
public record Approval(String author, String approver) {}
