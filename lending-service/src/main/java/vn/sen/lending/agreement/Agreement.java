package vn.sen.lending.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.approval.AlreadyDecided;
import vn.sen.chassis.approval.Proposal;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.lending.AgreementEvent.TermsAgreed;
import vn.sen.events.lending.AgreementEvent.TermsProposed;
import vn.sen.events.lending.AgreementEvent.TermsRejected;
import vn.sen.events.lending.AgreementTerms;
import vn.sen.events.lending.AgreementTerms.ProgrammeFee;
import vn.sen.events.lending.GroupRank;

/**
 * What the Union has agreed with one bank: dated terms, which somebody enters and somebody else
 * approves.
 *
 * @param terms by first day, the oldest first
 * @param proposal terms that nobody has approved yet, or null
 */
record Agreement(
    UUID bankId, List<AgreementTerms> terms, @Nullable Proposal<AgreementTerms> proposal) {

  Agreement {
    terms = List.copyOf(terms);
  }

  /** Nothing is agreed yet. */
  static Agreement none(UUID bankId) {
    return new Agreement(bankId, List.of(), null);
  }

  /**
   * Somebody enters terms; nothing holds until somebody else approves.
   *
   * @param author by id
   */
  Decision<Agreement> propose(AgreementTerms proposed, String author, LocalDate today) {
    if (proposal != null) {
      throw new AgreementRules.ProposalOpen();
    }
    requireSound(proposed);
    if (terms.contains(proposed)) {
      return Decision.nothing(this);
    }
    return Decision.of(
        new Agreement(bankId, terms, new Proposal<>(proposed, author)),
        new TermsProposed(bankId, proposed, author, today));
  }

  private static void requireSound(AgreementTerms terms) {
    boolean duties =
        terms.firstCheckDays() != null || terms.feeShare() > 0 || !terms.programmeFees().isEmpty();
    if (duties && !terms.entrusted()) {
      throw new AgreementRules.NotEntrusted();
    }
    if (terms.checkEveryMonths() != null && terms.firstCheckDays() == null) {
      throw new AgreementRules.FirstCheckNeeded();
    }
    if (terms.fewestBorrowers() > terms.mostBorrowers()) {
      throw new AgreementRules.BoundsTurnedRound(terms.mostBorrowers());
    }
    var programmes = new HashSet<UUID>();
    if (!terms.programmeFees().stream().map(ProgrammeFee::programmeId).allMatch(programmes::add)) {
      throw new AgreementRules.ProgrammeTwice();
    }
    requireRanksInOrder(terms);
  }

  private static void requireRanksInOrder(AgreementTerms terms) {
    var before = -1;
    for (var limits : terms.ranking()) {
      if (limits.rank() == GroupRank.WEAK || limits.rank().ordinal() <= before) {
        throw new AgreementRules.RanksNotInOrder();
      }
      before = limits.rank().ordinal();
    }
  }

  /** Somebody else agrees; terms of a day that had some already take their place. */
  Decision<Agreement> approve(String approver, LocalDate today) {
    var open = open();
    var approval = open.approvedBy(approver);
    var all = new ArrayList<>(terms);
    all.removeIf(known -> known.from().equals(open.content().from()));
    all.add(open.content());
    all.sort(Comparator.comparing(AgreementTerms::from));
    return Decision.of(
        new Agreement(bankId, all, null), new TermsAgreed(bankId, open.content(), approval, today));
  }

  /** Somebody does not agree. */
  Decision<Agreement> reject(String by, LocalDate today) {
    open();
    return Decision.of(new Agreement(bankId, terms, null), new TermsRejected(bankId, by, today));
  }

  private Proposal<AgreementTerms> open() {
    if (proposal == null) {
      throw new AlreadyDecided();
    }
    return proposal;
  }

  /** The terms in force on a day; empty before the first ones. */
  Optional<AgreementTerms> on(LocalDate day) {
    return terms.reversed().stream().filter(t -> !t.from().isAfter(day)).findFirst();
  }
}
