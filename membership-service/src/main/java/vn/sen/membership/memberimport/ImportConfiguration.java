package vn.sen.membership.memberimport;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.job.JobRunner;
import vn.sen.chassis.relay.RelayProperties;
import vn.sen.chassis.sheet.SpooledFiles;

/** Runs imports in the background. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

  @Bean
  SpooledFiles spooledImports() throws IOException {
    return SpooledFiles.named("sen-member-imports");
  }

  @Bean
  JobRunner memberImports(ImportJobs imports, RelayProperties relay) {
    return new JobRunner("member-imports", imports, relay);
  }
}
