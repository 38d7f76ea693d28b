package vn.sen.membership.rights;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.membership.ContactChannel;
import vn.sen.events.membership.DataRequestEvent.DataRequestAcknowledged;
import vn.sen.events.membership.DataRequestEvent.DataRequestFulfilled;
import vn.sen.events.membership.DataRequestEvent.DataRequestReceived;
import vn.sen.events.membership.DataRequestEvent.DataRequestRefused;
import vn.sen.events.membership.DataRight;
import vn.sen.events.membership.RetentionReason;
import vn.sen.membership.naming.Names;

/** What a member asked about her data, in one of four states. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = DataRequest.Received.class, name = "RECEIVED"),
  @JsonSubTypes.Type(value = DataRequest.Acknowledged.class, name = "ACKNOWLEDGED"),
  @JsonSubTypes.Type(value = DataRequest.Fulfilled.class, name = "FULFILLED"),
  @JsonSubTypes.Type(value = DataRequest.Refused.class, name = "REFUSED")
})
sealed interface DataRequest {

  int MAX_TEXT = 500;

  /** As the API names the states. */
  enum Status {
    RECEIVED,
    ACKNOWLEDGED,
    FULFILLED,
    REFUSED
  }

  /**
   * What she asked.
   *
   * @param identityCheck how the officer knows that it is she
   * @param acknowledgeBy the last day to acknowledge it
   * @param fulfilBy the last day to fulfil it
   * @param source where these days come from
   */
  record Question(
      UUID memberId,
      DataRight right,
      ContactChannel channel,
      LocalDate receivedOn,
      String identityCheck,
      LocalDate acknowledgeBy,
      LocalDate fulfilBy,
      String source) {}

  Question question();

  /** The day it was acknowledged, or null. */
  @Nullable LocalDate acknowledgedOn();

  /** It was entered. */
  record Received(Question question) implements DataRequest {
    @Override
    public @Nullable LocalDate acknowledgedOn() {
      return null;
    }
  }

  /** She knows that it arrived. */
  record Acknowledged(Question question, LocalDate acknowledgedOn) implements DataRequest {}

  /**
   * It is done.
   *
   * @param proof by what it can be shown
   * @param kept why a part of the data was kept, or null
   */
  record Fulfilled(
      Question question,
      @Nullable LocalDate acknowledgedOn,
      LocalDate on,
      String proof,
      @Nullable RetentionReason kept)
      implements DataRequest {}

  /**
   * It was refused as a whole.
   *
   * @param explanation what she was told
   */
  record Refused(
      Question question,
      @Nullable LocalDate acknowledgedOn,
      LocalDate on,
      RetentionReason reason,
      String explanation)
      implements DataRequest {}

  /**
   * An officer enters what a member asks.
   *
   * @param identityCheck how she knows that it is the member herself
   */
  static Decision<DataRequest> receive(
      UUID memberId,
      DataRight right,
      ContactChannel channel,
      LocalDate receivedOn,
      String identityCheck,
      Deadlines deadlines,
      LocalDate today) {
    if (receivedOn.isAfter(today)) {
      throw new RightsRules.RequestDayOutOfOrder("/receivedOn");
    }
    var deadline = deadlines.of(right, receivedOn);
    var question =
        new Question(
            memberId,
            right,
            channel,
            receivedOn,
            text(identityCheck, "/identityCheck"),
            deadline.acknowledgeBy(receivedOn),
            deadline.fulfilBy(receivedOn),
            deadline.source());
    return Decision.of(
        new Received(question),
        new DataRequestReceived(
            memberId, right, channel, receivedOn, question.acknowledgeBy(), question.fulfilBy()));
  }

  /** She is told that it arrived. */
  default Decision<DataRequest> acknowledge(LocalDate on, LocalDate today) {
    requireOpen();
    if (acknowledgedOn() != null) {
      throw new RightsRules.RequestAcknowledgedBefore();
    }
    requireDay(on, today);
    return Decision.of(new Acknowledged(question(), on), new DataRequestAcknowledged(on));
  }

  /**
   * It is done.
   *
   * @param kept why a part of what should be erased was kept, or null
   */
  default Decision<DataRequest> fulfil(
      LocalDate on, String proof, @Nullable RetentionReason kept, LocalDate today) {
    requireOpen();
    requireDay(on, today);
    if (kept != null && question().right() != DataRight.ERASURE) {
      throw new RightsRules.OnlyErasureIsRefused("/kept");
    }
    return Decision.of(
        new Fulfilled(question(), acknowledgedOn(), on, text(proof, "/proof"), kept),
        new DataRequestFulfilled(question().memberId(), question().right(), kept, on));
  }

  /** Nothing is erased. */
  default Decision<DataRequest> refuse(
      LocalDate on, RetentionReason reason, String explanation, LocalDate today) {
    requireOpen();
    requireDay(on, today);
    if (question().right() != DataRight.ERASURE) {
      throw new RightsRules.OnlyErasureIsRefused("");
    }
    return Decision.of(
        new Refused(question(), acknowledgedOn(), on, reason, text(explanation, "/explanation")),
        new DataRequestRefused(reason, on));
  }

  default Status status() {
    return switch (this) {
      case Received _ -> Status.RECEIVED;
      case Acknowledged _ -> Status.ACKNOWLEDGED;
      case Fulfilled _ -> Status.FULFILLED;
      case Refused _ -> Status.REFUSED;
    };
  }

  default boolean isOpen() {
    return this instanceof Received || this instanceof Acknowledged;
  }

  private void requireOpen() {
    if (!isOpen()) {
      throw new RightsRules.RequestClosed();
    }
  }

  private void requireDay(LocalDate on, LocalDate today) {
    var acknowledged = acknowledgedOn();
    var earliest = acknowledged == null ? question().receivedOn() : acknowledged;
    if (on.isAfter(today) || on.isBefore(earliest)) {
      throw new RightsRules.RequestDayOutOfOrder("/on");
    }
  }

  private static String text(String raw, String pointer) {
    var text = Names.clean(raw);
    if (text.isEmpty() || text.length() > MAX_TEXT || !Names.isPrintable(text)) {
      throw new RightsRules.RequestTextUnusable(pointer, MAX_TEXT);
    }
    return text;
  }
}
