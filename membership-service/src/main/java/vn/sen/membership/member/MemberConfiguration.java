package vn.sen.membership.member;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.org.Split;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.membership.naming.Names;

@Configuration(proxyBeanMethods = false)
class MemberConfiguration {

  /** Below {@code ix}: the name without tone marks, case and double spaces. */
  static final String NAME_KEY = "nameKey";

  /**
   * Below {@code ix}: the unit, then the successors that splits assigned her to personally, if any.
   */
  static final String UNITS = "units";

  static final String STATUS = "status";
  static final String EXTERNAL_REF = "externalRef";

  @Bean
  AggregateStore<Member> memberStore(AggregateStores stores, NaturalKeyHash hash) {
    var kind =
        new AggregateKind<Member>(
            "member",
            "members",
            Topic.MEMBERS,
            MembershipEvents.SOURCE,
            MembershipEvents.CATALOG,
            Member.class,
            MemberConfiguration::index,
            member -> member.naturalKeys().stream().map(hash::of).toList(),
            List.of(List.of(UNITS, NAME_KEY), List.of(NAME_KEY), List.of(EXTERNAL_REF)));
    return stores.open(
        kind.withSecrets(
            "/particulars/identityNumber",
            "/particulars/phone",
            "/particulars/ethnicity",
            "/particulars/religion",
            "/note",
            "/reason"));
  }

  private static Map<String, ?> index(Member member) {
    var index = new HashMap<String, Object>();
    index.put(STATUS, member.status().name());
    index.put(UNITS, Split.finding(member.currentUnit(), member.currentVia()));
    if (member instanceof Member.Withdrawn || member instanceof Member.Erased) {
      return index; // without a name nobody finds her in a list any more
    }
    index.put(NAME_KEY, Names.key(member.particulars().fullName()));
    if (member.particulars().externalRef() != null) {
      index.put(EXTERNAL_REF, member.particulars().externalRef());
    }
    return index;
  }
}
