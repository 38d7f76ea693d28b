package vn.sen.membership.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.membership.transfer.TransferRequest.CarriedOut;
import vn.sen.membership.transfer.TransferRequest.Confirmed;
import vn.sen.membership.transfer.TransferRequest.Escalated;
import vn.sen.membership.transfer.TransferRequest.Failed;
import vn.sen.membership.transfer.TransferRequest.Matched;
import vn.sen.membership.transfer.TransferRequest.Refused;
import vn.sen.membership.transfer.TransferRequest.Waiting;

/**
 * A request as one of the two sides sees it. The side that asks learns who the member is only when
 * she is its own.
 *
 * @param on the day from which she is to belong to the receiving unit
 * @param answerBy the last day for an answer, while the unit of the record is asked
 * @param reason why it was refused
 * @param memberId who was moved; before that, who is to be moved, only to the side that decides
 * @param fromUnitId only to the side that decides
 * @param superiorId who decides now; only to the side that decides
 * @param candidates who may be meant; only to the side that decides
 * @param failedRule why she could not be moved; only to the side that decides
 */
record TransferView(
    UUID id,
    long version,
    TransferRequest.State state,
    UUID toUnitId,
    LocalDate on,
    String requestedBy,
    LocalDate requestedOn,
    @Nullable LocalDate answerBy,
    @Nullable String reason,
    @Nullable UUID memberId,
    @Nullable UUID fromUnitId,
    @Nullable UUID superiorId,
    List<UUID> candidates,
    @Nullable String failedRule) {

  static TransferView of(UUID id, long version, TransferRequest request, boolean decides) {
    var ask = request.ask();
    var origin = decides && request instanceof Matched matched ? matched.origin() : null;
    return new TransferView(
        id,
        version,
        request.state(),
        ask.toUnitId(),
        ask.movedOn(),
        ask.requestedBy(),
        ask.requestedOn(),
        request instanceof Waiting waiting ? waiting.answerBy() : null,
        request instanceof Refused refused ? refused.reason() : null,
        member(request, decides),
        origin == null ? null : origin.unitId(),
        decides && request instanceof Escalated escalated ? escalated.superiorId() : null,
        origin == null ? List.of() : origin.candidates(),
        decides && request instanceof Failed failed ? failed.rule() : null);
  }

  /** The records it shows something of: its own, and the members it names. */
  List<UUID> records() {
    var records = new ArrayList<>(candidates);
    records.add(id);
    if (memberId != null && !candidates.contains(memberId)) {
      records.add(memberId);
    }
    return records;
  }

  private static @Nullable UUID member(TransferRequest request, boolean decides) {
    return switch (request) {
      case CarriedOut done -> done.memberId();
      case Confirmed confirmed -> decides ? confirmed.memberId() : null;
      case Failed failed -> decides ? failed.memberId() : null;
      default -> null;
    };
  }
}
