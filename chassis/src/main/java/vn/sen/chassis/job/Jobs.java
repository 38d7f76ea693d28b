package vn.sen.chassis.job;

import java.util.List;
import java.util.UUID;

/**
 * Jobs of one kind. A job is done in steps, each of which can be repeated; when one is done, the
 * job's beat and its progress move on in one write that holds only for the owner.
 */
public interface Jobs {

  /** Jobs that wait, or were begun. */
  List<Claim> waiting();

  /**
   * Takes a job on.
   *
   * @param seen what was known of it
   * @return false if another instance was faster
   */
  boolean claim(Claim seen, String owner);

  /** Works on a job until its end, or until somebody else has taken it over. */
  void work(UUID id, String owner);

  /** The job failed again and again. */
  void giveUp(UUID id);

  /**
   * A rule refuses the job for good.
   *
   * @param rule its name
   */
  default void refused(UUID id, String rule) {
    giveUp(id);
  }

  /** Clears away what is left over; called every now and then. */
  void tidy();
}
