package vn.sen.events.schema;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.Topic;
import vn.sen.events.audit.AuditEvents;
import vn.sen.events.identity.IdentityEvents;
import vn.sen.events.lending.LendingEvents;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.events.reporting.ReportingEvents;
import vn.sen.events.training.TrainingEvents;

/**
 * All contexts that publish events. A new context is added here; schemas, AsyncAPI and tests
 * follow.
 */
final class PublishedLanguage {

  /** One context. */
  record Context(String source, EventCatalog catalog) {
    String name() {
      return source.substring(source.lastIndexOf('/') + 1);
    }
  }

  static final List<Context> CONTEXTS =
      List.of(
          new Context(MembershipEvents.SOURCE, MembershipEvents.CATALOG),
          new Context(LendingEvents.SOURCE, LendingEvents.CATALOG),
          new Context(TrainingEvents.SOURCE, TrainingEvents.CATALOG),
          new Context(ReportingEvents.SOURCE, ReportingEvents.CATALOG),
          new Context(AuditEvents.SOURCE, AuditEvents.CATALOG),
          new Context(IdentityEvents.SOURCE, IdentityEvents.CATALOG));

  /** Aggregates whose events go to another one's topic. */
  private static final Map<String, Topic> SHARED =
      Map.of(
          "membership.redrawing", Topic.ORG_UNITS,
          "identity.person", Topic.ACCESS,
          "identity.client", Topic.ACCESS,
          "membership.consent", Topic.DATA_REQUESTS,
          "training.programme-unit", Topic.UNION_PROGRAMMES,
          "reporting.warning-rule", Topic.WARNINGS);

  private PublishedLanguage() {}

  /** One event of a context. */
  record Event(Context context, String name, Class<? extends DomainEvent> type) {

    /** By convention the topic of the aggregate in the event's name. */
    Topic topic() {
      var parts = name.split("\\.");
      var aggregate = parts[0] + "." + parts[1];
      var topic = SHARED.getOrDefault(aggregate, topics().get(aggregate + ".events.v1"));
      if (topic == null) {
        throw new IllegalStateException("No topic for " + name);
      }
      return topic;
    }
  }

  static List<Event> events() {
    return CONTEXTS.stream()
        .flatMap(
            c ->
                c.catalog().names().stream()
                    .map(n -> new Event(c, n, Objects.requireNonNull(c.catalog().classOf(n)))))
        .toList();
  }

  static Map<String, Topic> topics() {
    return Arrays.stream(Topic.class.getFields())
        .filter(f -> Modifier.isStatic(f.getModifiers()) && f.getType() == Topic.class)
        .map(
            f -> {
              try {
                return (Topic) f.get(null);
              } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
              }
            })
        .collect(Collectors.toMap(Topic::name, Function.identity()));
  }
}
