package vn.sen.membership.memberimport;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;

@Configuration(proxyBeanMethods = false)
class WithdrawalConfiguration {

  /** Below {@code ix}. */
  static final String STATE = "state";

  private static final AggregateKind<Withdrawal> KIND =
      new AggregateKind<Withdrawal>(
              "import-withdrawal",
              "importWithdrawals",
              Topic.IMPORTS,
              MembershipEvents.SOURCE,
              MembershipEvents.CATALOG,
              Withdrawal.class,
              withdrawal -> Map.of(STATE, withdrawal.state().name()),
              Withdrawal::keys,
              List.of(List.of(STATE)))
          .withSecrets("/wanted/reason", "/proposal/content/reason");

  @Bean
  AggregateStore<Withdrawal> withdrawalStore(AggregateStores stores) {
    return stores.open(KIND);
  }
}
