package vn.sen.lending.statement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.approval.AlreadyDecided;
import vn.sen.chassis.approval.Proposal;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.lending.ControlTotals;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.events.lending.StatementEvent;
import vn.sen.events.lending.StatementEvent.AcceptanceProposed;
import vn.sen.events.lending.StatementEvent.AcceptanceRejected;
import vn.sen.events.lending.StatementEvent.DifferencesAccepted;
import vn.sen.events.lending.StatementEvent.StatementReceived;
import vn.sen.events.lending.StatementEvent.StatementReconciled;
import vn.sen.events.lending.StatementEvent.StatementWithdrawn;
import vn.sen.events.lending.StatementEvent.UploadProposed;
import vn.sen.events.lending.StatementEvent.UploadRejected;
import vn.sen.events.lending.StatementEvent.UploadReleased;
import vn.sen.events.membership.Approval;

/**
 * What is decided about a statement.
 *
 * @param result null until it is reconciled
 * @param proposal causes for whose differences somebody wants to take the statement's word; null
 *     where nobody does, or it is decided
 * @param accepted causes for whose differences its word is taken
 * @param approval who agreed to the last of them, or null
 * @param upload how it came where the province uploaded it; null where the bank sent it
 */
record Statement(
    UUID bankId,
    LocalDate asOf,
    boolean withdrawn,
    @Nullable Reconciliation result,
    @Nullable Proposal<Set<DifferenceCause>> proposal,
    Set<DifferenceCause> accepted,
    @Nullable Approval approval,
    @Nullable Upload upload) {

  /**
   * An officer has uploaded it.
   *
   * @param author by id
   * @param released who agreed that it counts; null until somebody does
   */
  record Upload(String author, @Nullable Approval released) {}

  /** Causes of differences between two balances of one loan that both know. */
  private static final Set<DifferenceCause> ACCEPTABLE =
      EnumSet.of(
          DifferenceCause.LATE,
          DifferenceCause.MISSING_UPDATE,
          DifferenceCause.ROUNDING,
          DifferenceCause.INTEREST,
          DifferenceCause.CLOSED_HERE,
          DifferenceCause.MISSING_THERE);

  /**
   * Only from a statement of the province's own, because nobody else tells of them: what is taken
   * over stands in the lines.
   */
  static final Set<DifferenceCause> OF_LINES =
      Set.of(
          DifferenceCause.UNKNOWN_LOAN, DifferenceCause.OTHER_POINT, DifferenceCause.OTHER_TERMS);

  private static final Set<DifferenceCause> ACCEPTABLE_OF_UPLOADS = withThoseOfLines();

  private static Set<DifferenceCause> withThoseOfLines() {
    var causes = EnumSet.copyOf(ACCEPTABLE);
    causes.addAll(OF_LINES);
    return causes;
  }

  Statement {
    accepted = Set.copyOf(accepted);
  }

  /**
   * The province has uploaded it; it waits for somebody else's word.
   *
   * @param author by id
   */
  static Decision<Statement> upload(
      UUID bankId, LocalDate asOf, ControlTotals totals, String author, LocalDate today) {
    return Decision.of(
        new Statement(bankId, asOf, false, null, null, Set.of(), null, new Upload(author, null)),
        new UploadProposed(bankId, asOf, totals, author, today));
  }

  /** Somebody else says that it counts. */
  Decision<Statement> release(String approver, LocalDate today) {
    var waiting = unreleased();
    var agreed = new Proposal<>(waiting, waiting.author()).approvedBy(approver);
    return Decision.of(
        new Statement(
            bankId, asOf, false, null, null, accepted, null, new Upload(waiting.author(), agreed)),
        new UploadReleased(bankId, agreed, today));
  }

  /** Somebody says that it does not. */
  Decision<Statement> refuse(String by, LocalDate today) {
    unreleased();
    return Decision.of(ended(), new UploadRejected(bankId, by, today));
  }

  private Upload unreleased() {
    if (withdrawn || upload == null || upload.released() != null) {
      throw new AlreadyDecided();
    }
    return upload;
  }

  /** Whether it was uploaded and somebody else has agreed. */
  boolean isReleased() {
    return upload != null && upload.released() != null;
  }

  /**
   * It is here as a whole.
   *
   * @param supersedes the statement it stands in the place of, or null
   */
  static Decision<Statement> receive(
      UUID bankId,
      boolean opening,
      LocalDate asOf,
      ControlTotals totals,
      @Nullable UUID supersedes,
      LocalDate today) {
    return Decision.of(
        new Statement(bankId, asOf, false, null, null, Set.of(), null, null),
        new StatementReceived(bankId, opening, asOf, totals, supersedes, today));
  }

  /** The same of one that was uploaded and released. */
  Decision<Statement> received(
      boolean opening, ControlTotals totals, @Nullable UUID supersedes, LocalDate today) {
    return Decision.of(
        this, new StatementReceived(bankId, opening, asOf, totals, supersedes, today));
  }

  /** Every line is compared; said twice it changes nothing. */
  Decision<Statement> reconcile(Reconciliation found) {
    return result != null
        ? Decision.nothing(this)
        : Decision.of(
            new Statement(bankId, asOf, withdrawn, found, proposal, accepted, approval, upload),
            new StatementReconciled(
                bankId,
                asOf,
                found.stated(),
                found.computed(),
                found.equal(),
                found.opened(),
                found.refused(),
                found.differences()));
  }

  /**
   * Somebody wants to take its word.
   *
   * @param causes of the differences in question; none for all that can be accepted but {@code
   *     LATE}: there the platform is right, and who wants the bank's word says so
   * @param author by id
   */
  Decision<Statement> propose(List<DifferenceCause> causes, String author, LocalDate today) {
    requireReconciled();
    if (proposal != null) {
      throw new StatementRefusals.ProposalOpen();
    }
    var acceptable = upload == null ? ACCEPTABLE : ACCEPTABLE_OF_UPLOADS;
    for (int i = 0; i < causes.size(); i++) {
      if (!acceptable.contains(causes.get(i))) {
        throw new StatementRefusals.CauseNotAcceptable(i);
      }
    }
    var wanted = EnumSet.copyOf(causes.isEmpty() ? acceptable : causes);
    if (causes.isEmpty()) {
      wanted.remove(DifferenceCause.LATE);
    }
    wanted.removeIf(cause -> accepted.contains(cause) || loans(Set.of(cause)) == 0);
    if (wanted.isEmpty()) {
      throw new StatementRefusals.NothingToAccept();
    }
    return Decision.of(
        with(new Proposal<>(wanted, author), accepted, approval),
        new AcceptanceProposed(bankId, List.copyOf(wanted), author, today));
  }

  /** Somebody else agrees. */
  Decision<Statement> approve(String approver, LocalDate today) {
    requireReconciled();
    var agreed = open().approvedBy(approver);
    var all = EnumSet.copyOf(open().content());
    var event = new DifferencesAccepted(bankId, agreed, loans(all), today);
    all.addAll(accepted);
    return Decision.of(with(null, all, agreed), event);
  }

  /** Somebody does not. */
  Decision<Statement> reject(String by, LocalDate today) {
    open();
    return Decision.of(with(null, accepted, approval), new AcceptanceRejected(bankId, by, today));
  }

  /** It was wrong and says nothing any more. */
  Decision<Statement> withdraw(LocalDate today) {
    if (withdrawn) {
      return Decision.nothing(this);
    }
    boolean opened = result != null && result.opened() > 0;
    if (opened || !accepted.isEmpty()) {
      throw new StatementRefusals.StatementHasTakenEffect();
    }
    StatementEvent event = new StatementWithdrawn(bankId, today);
    return Decision.of(ended(), event);
  }

  private Statement ended() {
    return new Statement(bankId, asOf, true, result, null, accepted, approval, upload);
  }

  private Proposal<Set<DifferenceCause>> open() {
    if (proposal == null) {
      throw new AlreadyDecided();
    }
    return proposal;
  }

  private void requireReconciled() {
    if (withdrawn) {
      throw new StatementRefusals.StatementStateForbids(StatementState.WITHDRAWN);
    }
    if (result == null) {
      throw new StatementRefusals.StatementStateForbids(StatementState.RUNNING);
    }
  }

  private long loans(Set<DifferenceCause> causes) {
    return result == null
        ? 0
        : result.differences().stream()
            .filter(sum -> causes.contains(sum.cause()))
            .mapToLong(StatementEvent.Differences::loans)
            .sum();
  }

  private Statement with(
      @Nullable Proposal<Set<DifferenceCause>> open,
      Set<DifferenceCause> taken,
      @Nullable Approval agreed) {
    return new Statement(bankId, asOf, withdrawn, result, open, taken, agreed, upload);
  }
}
