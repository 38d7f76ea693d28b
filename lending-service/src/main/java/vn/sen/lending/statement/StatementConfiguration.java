package vn.sen.lending.statement;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.job.JobRunner;
import vn.sen.chassis.relay.RelayProperties;

/** Works on statements in the background. */
@Configuration(proxyBeanMethods = false)
class StatementConfiguration {

  @Bean
  JobRunner statementRunner(StatementJobs jobs, RelayProperties relay) {
    return new JobRunner("statements", jobs, relay);
  }
}
