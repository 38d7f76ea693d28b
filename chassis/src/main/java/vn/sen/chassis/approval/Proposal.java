package vn.sen.chassis.approval;

import vn.sen.events.membership.Approval;

/**
 * What holds only when somebody else than its author has approved it.
 *
 * @param author who proposed it, by id
 */
public record Proposal<T>(T content, String author) {

  /**
   * Approves it.
   *
   * @param approver by id
   * @throws AuthorCannotApprove if that is the author (403)
   */
  public Approval approvedBy(String approver) {
    if (approver.equals(author)) {
      throw new AuthorCannotApprove();
    }
    return new Approval(author, approver);
  }
}
