package vn.sen.chassis.access;

import java.util.Collection;
import java.util.stream.Collectors;
import vn.sen.chassis.domain.RuleViolation;

/** The caller has none of the roles that the endpoint needs. */
public final class RoleMissing extends RuleViolation {

  public RoleMissing(Collection<Role> needed) {
    super("", needed.stream().map(Role::name).collect(Collectors.joining(", ")));
  }

  @Override
  public int status() {
    return 403;
  }
}
