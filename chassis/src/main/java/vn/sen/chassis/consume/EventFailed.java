package vn.sen.chassis.consume;

import com.mongodb.MongoException;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.MalformedEventException;
import vn.sen.events.UnknownEventException;

/**
 * An event could not be handled. It is the record at hand, or one that waited for it and was
 * released.
 */
final class EventFailed extends RuntimeException {

  /** What a failure asks for. */
  enum Kind {
    /** The event will never be handled as it is: to the dead letters at once. */
    PERMANENT,
    /** Infrastructure fails: try again for as long as it takes. */
    TRANSIENT,
    /**
     * Most likely an error in the handler: a few tries, so that it stops one aggregate and not the
     * partition.
     */
    UNEXPECTED
  }

  private static final int DUPLICATE_KEY = 11000;

  private final transient ConsumerRecord<byte[], byte[]> record;

  EventFailed(ConsumerRecord<byte[], byte[]> record, Throwable cause) {
    super(reason(cause), cause);
    this.record = record;
  }

  ConsumerRecord<byte[], byte[]> record() {
    return record;
  }

  /** For an operator; never content of the record. */
  String reason() {
    return String.valueOf(getMessage());
  }

  /**
   * The failure behind whatever the framework wrapped around it; a failure of the framework counts
   * as the record's.
   */
  @SuppressWarnings("unchecked")
  static EventFailed of(Exception thrown, ConsumerRecord<?, ?> record) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof EventFailed failed) {
        return failed;
      }
    }
    return new EventFailed((ConsumerRecord<byte[], byte[]>) record, thrown);
  }

  Kind kind() {
    for (Throwable t = getCause(); t != null; t = t.getCause()) {
      if (t instanceof MalformedEventException
          || t instanceof UnknownEventException
          || t instanceof LateEvent) {
        return Kind.PERMANENT;
      }
      if (t instanceof RuleViolation violation) {
        return violation.passes() ? Kind.TRANSIENT : Kind.PERMANENT;
      }
      if (t instanceof MongoException mongo && mongo.getCode() != DUPLICATE_KEY
          || t instanceof KafkaException
          || t instanceof IOException
          || t instanceof LostPartition) {
        return Kind.TRANSIENT;
      }
    }
    return Kind.UNEXPECTED;
  }

  private static String reason(Throwable cause) {
    return switch (cause) {
      case RuleViolation violation -> "Refused: " + violation.rule();
      case MalformedEventException e -> String.valueOf(e.getMessage());
      case UnknownEventException e -> String.valueOf(e.getMessage());
      case LateEvent e -> String.valueOf(e.getMessage());
      default -> cause.getClass().getName();
    };
  }
}
