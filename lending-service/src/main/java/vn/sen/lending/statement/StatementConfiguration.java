package vn.sen.lending.statement;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.job.JobRunner;
import vn.sen.chassis.relay.RelayProperties;
import vn.sen.chassis.sheet.SpooledFiles;

/** Works on statements in the background. */
@Configuration(proxyBeanMethods = false)
class StatementConfiguration {

  /** Workbooks while they are taken in. */
  @Bean
  SpooledFiles spooledStatements() throws IOException {
    return SpooledFiles.named("sen-statements");
  }

  @Bean
  JobRunner statementRunner(StatementJobs jobs, RelayProperties relay) {
    return new JobRunner("statements", jobs, relay);
  }
}
