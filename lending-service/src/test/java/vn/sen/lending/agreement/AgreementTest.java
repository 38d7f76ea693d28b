package vn.sen.lending.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sen.chassis.approval.AlreadyDecided;
import vn.sen.chassis.approval.AuthorCannotApprove;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.lending.AgreementEvent.TermsAgreed;
import vn.sen.events.lending.AgreementEvent.TermsProposed;
import vn.sen.events.lending.AgreementEvent.TermsRejected;
import vn.sen.events.lending.AgreementTerms;
import vn.sen.events.lending.AgreementTerms.ProgrammeFee;
import vn.sen.events.lending.AgreementTerms.RankLimits;
import vn.sen.events.lending.GroupRank;
import vn.sen.events.membership.Approval;

class AgreementTest {

  private static final UUID BANK = UUID.randomUUID();
  private static final UUID POOR = UUID.randomUUID();
  private static final LocalDate TODAY = LocalDate.of(2023, 12, 31);
  private static final LocalDate START = LocalDate.of(2023, 1, 1);
  private static final LocalDate LATER = LocalDate.of(2024, 1, 1);

  private static AgreementTerms terms(LocalDate from, int fee) {
    return terms(from, true, 30, 12, fee, List.of(), 5, 60, List.of());
  }

  private static AgreementTerms terms(
      LocalDate from,
      boolean entrusted,
      Integer first,
      Integer months,
      int fee,
      List<ProgrammeFee> fees,
      int fewest,
      int most,
      List<RankLimits> ranking) {
    return new AgreementTerms(
        from, entrusted, first, months, fee, fees, fewest, most, ranking, "a paper");
  }

  private static Agreement with(AgreementTerms terms) {
    var proposed = Agreement.none(BANK).propose(terms, "lan", TODAY).state();
    return proposed.approve("hoa", TODAY).state();
  }

  @Test
  void terms_hold_when_somebody_else_has_approved_them() {
    // given
    var terms = terms(START, 500);
    var proposed = Agreement.none(BANK).propose(terms, "lan", TODAY);
    assertThat(proposed.events()).isEqualTo(List.of(new TermsProposed(BANK, terms, "lan", TODAY)));
    assertThat(proposed.state().on(TODAY)).isEmpty();
    assertThatThrownBy(() -> proposed.state().approve("lan", TODAY))
        .isInstanceOf(AuthorCannotApprove.class);

    // when
    var agreed = proposed.state().approve("hoa", TODAY);

    // then
    assertThat(agreed.events())
        .isEqualTo(List.of(new TermsAgreed(BANK, terms, new Approval("lan", "hoa"), TODAY)));
    assertThat(agreed.state().on(START)).contains(terms);
    assertThat(agreed.state().on(START.minusDays(1))).isEmpty();
    assertThatThrownBy(() -> agreed.state().approve("hoa", TODAY))
        .isInstanceOf(AlreadyDecided.class);
  }

  @Test
  void terms_stand_until_the_next_and_are_corrected_for_their_day() {
    // given
    var agreement = with(terms(START, 500));

    // when
    var later = agreement.propose(terms(LATER, 600), "lan", TODAY).state().approve("hoa", TODAY);
    var corrected =
        later.state().propose(terms(START, 550), "lan", TODAY).state().approve("hoa", TODAY);

    // then
    assertThat(corrected.state().terms())
        .extracting(AgreementTerms::feeShare)
        .containsExactly(550, 600);
    assertThat(corrected.state().propose(terms(LATER, 600), "lan", TODAY).events()).isEmpty();
  }

  @Test
  void one_proposal_is_decided_before_the_next() {
    var proposed = Agreement.none(BANK).propose(terms(START, 500), "lan", TODAY).state();

    assertThatThrownBy(() -> proposed.propose(terms(LATER, 500), "lan", TODAY))
        .isInstanceOf(AgreementRules.ProposalOpen.class);
    var rejected = proposed.reject("hoa", TODAY);
    assertThat(rejected.events()).isEqualTo(List.of(new TermsRejected(BANK, "hoa", TODAY)));
    assertThat(rejected.state()).isEqualTo(Agreement.none(BANK));
  }

  static List<AgreementTerms> unsound() {
    var good = new RankLimits(GroupRank.GOOD, 0, 10_000, null);
    var weak = new RankLimits(GroupRank.WEAK, 0, 0, null);
    var fee = new ProgrammeFee(POOR, 100);
    return List.of(
        terms(START, false, 30, null, 0, List.of(), 5, 60, List.of()),
        terms(START, false, null, null, 500, List.of(), 5, 60, List.of()),
        terms(START, true, null, 12, 500, List.of(), 5, 60, List.of()),
        terms(START, true, 30, 12, 500, List.of(), 61, 60, List.of()),
        terms(START, true, 30, 12, 500, List.of(fee, fee), 5, 60, List.of()),
        terms(START, true, 30, 12, 500, List.of(), 5, 60, List.of(good, good)),
        terms(START, true, 30, 12, 500, List.of(), 5, 60, List.of(weak)));
  }

  @ParameterizedTest
  @MethodSource("unsound")
  void terms_that_contradict_themselves_are_refused(AgreementTerms terms) {
    assertThatThrownBy(() -> Agreement.none(BANK).propose(terms, "lan", TODAY))
        .isInstanceOf(RuleViolation.class);
  }
}
