package vn.sen.membership.member;

import java.util.UUID;

/** What a command may ask about households. */
@FunctionalInterface
public interface KnownHouseholds {

  /** Whether there is such a household. */
  boolean exists(UUID household);
}
