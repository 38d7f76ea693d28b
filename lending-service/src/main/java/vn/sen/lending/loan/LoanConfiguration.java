package vn.sen.lending.loan;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.events.Topic;
import vn.sen.events.lending.LendingEvents;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoanConfiguration.Rules.class)
class LoanConfiguration {

  /**
   * The dated rules of loans.
   *
   * @param freezings for how long a loan can be frozen, by the first day of the rule, the oldest
   *     first
   */
  @ConfigurationProperties("sen.lending")
  record Rules(List<Freezing.Rule> freezings) {}

  @Bean
  Freezing freezing(Rules rules) {
    return new Freezing(rules.freezings());
  }

  @Bean
  AggregateStore<Loan> loanStore(AggregateStores stores, Freezing freezing) {
    return stores.open(
        new AggregateKind<Loan>(
                "loan",
                "loans",
                Topic.LOANS,
                LendingEvents.SOURCE,
                LendingEvents.CATALOG,
                Loan.class,
                loan -> LoanIndex.of(loan, freezing),
                _ -> List.of(),
                LoanIndex.SEARCHED)
            .withKeptSecrets("/contract/number", "/contract/customer"));
  }
}
