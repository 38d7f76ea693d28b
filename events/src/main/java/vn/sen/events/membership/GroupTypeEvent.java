package vn.sen.events.membership;

import java.time.LocalDate;
import java.util.List;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What happens to one type of community groups, such as community communication teams (tổ truyền
 * thông cộng đồng). The province enters the types; the platform knows none by itself.
 */
public sealed interface GroupTypeEvent extends DomainEvent {

  /**
   * Groups of the type can be founded from a day on.
   *
   * @param code unique, for ever; {@link GroupPlace} names types by it
   * @param name for people to read
   * @param parameters what is registered about its groups from the first day on
   */
  @EventName("membership.group-type.defined.v1")
  record GroupTypeDefined(String code, String name, List<GroupParameter> parameters, LocalDate from)
      implements GroupTypeEvent {
    public GroupTypeDefined {
      // absent on the wire when empty
      parameters = parameters == null ? List.of() : List.copyOf(parameters);
    }

    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /** The type bears this name from a day on. */
  @EventName("membership.group-type.renamed.v1")
  record GroupTypeRenamed(String name, LocalDate from) implements GroupTypeEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /** Something more is registered about groups founded from a day on; older ones need it not. */
  @EventName("membership.group-type.parameter-added.v1")
  record GroupParameterAdded(GroupParameter parameter, LocalDate from) implements GroupTypeEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * A parameter is not registered any more.
   *
   * @param on the first day without it
   */
  @EventName("membership.group-type.parameter-retired.v1")
  record GroupParameterRetired(String key, LocalDate on) implements GroupTypeEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * No more groups of the type are founded; those that live, live on.
   *
   * @param on the first such day
   */
  @EventName("membership.group-type.retired.v1")
  record GroupTypeRetired(LocalDate on) implements GroupTypeEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}
