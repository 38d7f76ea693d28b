package vn.sen.membership.memberimport;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.job.JobRunner;
import vn.sen.chassis.relay.RelayProperties;

/** Runs imports in the background. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

  @Bean
  JobRunner memberImports(ImportJobs imports, RelayProperties relay) {
    return new JobRunner("member-imports", imports, relay);
  }
}
