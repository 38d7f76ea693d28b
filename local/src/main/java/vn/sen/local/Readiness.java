package vn.sen.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Asks services until they say that they can serve: a view may still be loading after the start.
 */
final class Readiness {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int TIMEOUT_MILLIS = 5_000;

  private final BooleanSupplier givenUp;

  Readiness(BooleanSupplier givenUp) {
    this.givenUp = givenUp;
  }

  /**
   * Returns when the service is ready.
   *
   * @throws StartFailed when it is not ready in time
   */
  void await(String service, int port) {
    var begun = System.nanoTime();
    while (!isReady(service, port)) {
      if (givenUp.getAsBoolean() || System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw new StartFailed(
            service, new IllegalStateException("not ready after " + PATIENCE.toSeconds() + " s"));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static boolean isReady(String service, int port) {
    try {
      var url = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness").toURL();
      var connection = (HttpURLConnection) url.openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      throw new StartFailed(service, e);
    }
  }
}
