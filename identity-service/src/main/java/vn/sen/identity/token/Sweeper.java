package vn.sen.identity.token;

import com.mongodb.MongoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets authorizations and assertions that have ended. */
@Component
@EnableScheduling
class Sweeper {

  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

  private final Authorizations authorizations;
  private final Assertions assertions;

  Sweeper(Authorizations authorizations, Assertions assertions) {
    this.authorizations = authorizations;
    this.assertions = assertions;
  }

  @Scheduled(fixedDelayString = "${sen.identity.sweep:10m}", initialDelayString = "1m")
  void sweep() {
    try {
      authorizations.sweep();
      assertions.sweep();
    } catch (MongoException e) {
      LOG.warn("Nothing was swept; the next turn will", e);
    }
  }
}
