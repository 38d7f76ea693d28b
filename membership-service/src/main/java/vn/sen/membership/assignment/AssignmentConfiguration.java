package vn.sen.membership.assignment;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.assignment.Assignments;
import vn.sen.chassis.job.JobRunner;
import vn.sen.chassis.relay.RelayProperties;
import vn.sen.membership.orgunit.Units;

/** Runs assignments in the background. */
@Configuration(proxyBeanMethods = false)
class AssignmentConfiguration {

  @Bean
  Assignments assignments(MongoDatabase database, OpenRecords records, Units units, Scope scope) {
    return new Assignments(database, records, units::map, scope);
  }

  @Bean
  JobRunner splitAssignments(Assignments assignments, RelayProperties relay) {
    return new JobRunner("split-assignments", assignments, relay);
  }
}
