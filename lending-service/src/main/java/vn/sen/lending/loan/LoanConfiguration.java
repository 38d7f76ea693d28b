package vn.sen.lending.loan;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
}
