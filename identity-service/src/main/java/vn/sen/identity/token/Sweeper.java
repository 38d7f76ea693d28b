package vn.sen.identity.token;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.sen.identity.session.EndedSessions;

/** Forgets authorizations, assertions and sessions that have ended. */
@Component
@EnableScheduling
class Sweeper {

  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

  /** Longer than any event waits for publication. */
  private static final Duration LONG_AGO = Duration.ofDays(7);

  private final Authorizations authorizations;
  private final Assertions assertions;
  private final EndedSessions ended;
  private final IdentityProperties properties;
  private final Clock clock;

  Sweeper(
      Authorizations authorizations,
      Assertions assertions,
      EndedSessions ended,
      IdentityProperties properties,
      Clock clock) {
    this.authorizations = authorizations;
    this.assertions = assertions;
    this.ended = ended;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${sen.identity.sweep:10m}", initialDelayString = "1m")
  void sweep() {
    try {
      authorizations.sweep();
      assertions.sweep();
      ended.sweep(clock.instant().minus(properties.sessionLife()).minus(LONG_AGO));
    } catch (MongoException e) {
      LOG.warn("Nothing was swept; the next turn will", e);
    }
  }
}
