package vn.sen.lending.assignment;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.assignment.Assignments;
import vn.sen.chassis.job.JobRunner;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.relay.RelayProperties;

/** Runs assignments in the background. */
@Configuration(proxyBeanMethods = false)
class AssignmentConfiguration {

  @Bean
  Assignments assignments(
      MongoDatabase database, OpenLoans loans, OrgFollower orgUnits, Scope scope) {
    return new Assignments(database, loans, orgUnits::map, scope);
  }

  @Bean
  JobRunner splitAssignments(Assignments assignments, RelayProperties relay) {
    return new JobRunner("split-assignments", assignments, relay);
  }
}
