package vn.sen.chassis.view;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/** Waits for what the broker says to a question. */
public final class BrokerAnswer {

  private static final int TIMEOUT_SECONDS = 10;

  private BrokerAnswer() {}

  /**
   * The answer.
   *
   * @throws KafkaException what the broker says instead, or that it does not answer
   */
  public static <T> T of(KafkaFuture<T> question) {
    try {
      return question.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
    } catch (java.util.concurrent.TimeoutException e) {
      throw new TimeoutException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }
}
