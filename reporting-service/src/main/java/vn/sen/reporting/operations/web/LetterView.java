package vn.sen.reporting.operations.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.deadletter.DeadLetterLog.Letter;
import vn.sen.chassis.deadletter.DeadLetterLog.Whole;
import vn.sen.chassis.web.Cursor;
import vn.sen.reporting.operations.LetterDecision;

/**
 * A dead letter as clients see it.
 *
 * @param id names it in paths
 * @param group the consumer group that could not count or handle it
 * @param topic with partition and offset where it was
 * @param at when it was put away
 * @param type of the event, absent where that cannot be read
 * @param aggregate whose event it is, absent where that cannot be read
 * @param sequence the aggregate's version after the event, absent where that cannot be read
 * @param reason why it could not be counted or handled
 * @param again whether it had been delivered again before it came here
 * @param decision absent while nobody has decided
 */
record LetterView(
    String id,
    String group,
    String topic,
    int partition,
    long offset,
    Instant at,
    @Nullable String type,
    @Nullable UUID aggregate,
    @Nullable Long sequence,
    String reason,
    boolean again,
    @Nullable LetterDecision decision) {

  static String id(Letter letter) {
    return Cursor.of(letter.place().letters(), Long.toString(letter.place().offset()));
  }

  static LetterView of(Letter letter, @Nullable LetterDecision decision) {
    return new LetterView(
        id(letter),
        letter.place().group(),
        letter.place().topic(),
        letter.partition(),
        letter.offset(),
        letter.at(),
        letter.type(),
        letter.aggregate(),
        letter.sequence(),
        letter.reason(),
        letter.again(),
        decision);
  }

  /**
   * With what is in it.
   *
   * @param bytes of the data; −1 where there is none
   * @param data as text, its beginning where it is long; absent where there is none
   * @param cameBackAs the letter it became when it was delivered again in vain
   */
  record WithData(
      @JsonUnwrapped LetterView letter,
      int bytes,
      @Nullable String data,
      @Nullable String cameBackAs) {

    private static final int SHOWN = 64 << 10;

    static WithData of(
        Whole whole, @Nullable LetterDecision decision, @Nullable String cameBackAs) {
      byte[] value = whole.record().value();
      return new WithData(
          LetterView.of(whole.letter(), decision),
          value == null ? -1 : value.length,
          value == null
              ? null
              : new String(value, 0, Math.min(SHOWN, value.length), StandardCharsets.UTF_8),
          cameBackAs);
    }
  }
}
