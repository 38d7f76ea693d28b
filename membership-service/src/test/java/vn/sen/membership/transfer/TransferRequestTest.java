package vn.sen.membership.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.approval.AlreadyDecided;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.DomainEvent;
import vn.sen.events.membership.TransferRequestEvent.NobodyFound;
import vn.sen.events.membership.TransferRequestEvent.TransferCarriedOut;
import vn.sen.events.membership.TransferRequestEvent.TransferConfirmed;
import vn.sen.events.membership.TransferRequestEvent.TransferEscalated;
import vn.sen.events.membership.TransferRequestEvent.TransferFailed;
import vn.sen.events.membership.TransferRequestEvent.TransferRefused;
import vn.sen.events.membership.TransferRequestEvent.TransferRequested;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.membership.orgunit.UnitsMother;
import vn.sen.membership.transfer.TransferRequest.Ask;
import vn.sen.membership.transfer.TransferRequest.Escalated;
import vn.sen.membership.transfer.TransferRequest.Origin;
import vn.sen.membership.transfer.TransferRequest.State;

class TransferRequestTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 8);
  private static final LocalDate MOVED = LocalDate.of(2026, 2, 1);
  private static final LocalDate LAST_DAY = TODAY.plusDays(15);
  private static final UUID MEMBER = new UUID(8, 1);
  private static final UUID NAMESAKE = new UUID(8, 2);

  private final UnitsMother map = new UnitsMother();
  private final UUID there = map.branch();
  private final UUID here = map.branch();
  private final Ask ask = new Ask(here, MOVED, "asks", TODAY);

  private Decision<TransferRequest> asked(UUID... candidates) {
    return asked(new Origin(there, List.of(), List.of(candidates)));
  }

  private Decision<TransferRequest> asked(Origin origin) {
    return TransferRequest.ask(ask, Optional.of(origin), 15);
  }

  private TransferRequest confirmed() {
    return asked(MEMBER).state().confirm(null, "confirms", TODAY).state();
  }

  private static List<DomainEvent> events(Decision<?> decision) {
    return List.copyOf(decision.events());
  }

  @Nested
  class Asking {

    @Test
    void waitsForTheUnitOfTheRecord() {
      var decision = asked(MEMBER);

      assertThat(decision.state().state()).isEqualTo(State.WAITING);
      assertThat(events(decision))
          .containsExactly(
              new TransferRequested(List.of(MEMBER), there, here, MOVED, "asks", TODAY, LAST_DAY));
    }

    @Test
    void forSomebodyUnknownIsOnRecordToo() {
      var decision = TransferRequest.ask(ask, Optional.empty(), 15);

      assertThat(decision.state().state()).isEqualTo(State.NOBODY_FOUND);
      assertThat(events(decision)).containsExactly(new NobodyFound(here, MOVED, "asks", TODAY));
      assertThatThrownBy(() -> decision.state().confirm(MEMBER, "confirms", TODAY))
          .isInstanceOf(AlreadyDecided.class);
    }
  }

  @Nested
  class Confirming {

    @Test
    void letsTheMemberGo() {
      var decision = asked(MEMBER).state().confirm(null, "confirms", TODAY);

      assertThat(events(decision))
          .containsExactly(new TransferConfirmed(MEMBER, here, MOVED, "confirms", TODAY));
    }

    @Test
    void namesOneOfSeveralWhomThePaperFits() {
      var request = asked(MEMBER, NAMESAKE).state();

      assertThatThrownBy(() -> request.confirm(null, "confirms", TODAY))
          .isInstanceOf(TransferRules.MemberNotChosen.class);
      assertThatThrownBy(() -> request.confirm(UUID.randomUUID(), "confirms", TODAY))
          .isInstanceOf(TransferRules.MemberNotChosen.class);
      assertThat(events(request.confirm(NAMESAKE, "confirms", TODAY)))
          .containsExactly(new TransferConfirmed(NAMESAKE, here, MOVED, "confirms", TODAY));
    }

    @Test
    void happensOnce() {
      var confirmed = confirmed();

      assertThatThrownBy(() -> confirmed.confirm(null, "confirms", TODAY))
          .isInstanceOf(AlreadyDecided.class);
      assertThatThrownBy(() -> confirmed.refuse("nhầm", "refuses", TODAY))
          .isInstanceOf(AlreadyDecided.class);
    }

    @Test
    void isCarriedOutOnce() {
      var done = confirmed().carriedOut(TODAY);

      assertThat(events(done)).containsExactly(new TransferCarriedOut(MEMBER, TODAY));
      assertThat(done.state().carriedOut(TODAY).events()).isEmpty();
      assertThat(done.state().failed("member-died", TODAY).events()).isEmpty();
    }

    @Test
    void mayComeTooLate() {
      var failed = confirmed().failed("member-died", TODAY);

      assertThat(events(failed)).containsExactly(new TransferFailed(MEMBER, "member-died", TODAY));
      assertThat(failed.state().state()).isEqualTo(State.FAILED);
    }
  }

  @Test
  void refusingKeepsTheReasonOutOfTheEvent() {
    var decision = asked(MEMBER).state().refuse("Chưa chuyển đi", "refuses", TODAY);

    assertThat(events(decision)).containsExactly(new TransferRefused("refuses", TODAY));
    assertThat(decision.state()).hasFieldOrPropertyWithValue("reason", "Chưa chuyển đi");
  }

  @Nested
  class WithoutAnAnswer {

    @Test
    void nothingHappensOnTheLastDay() {
      assertThat(asked(MEMBER).state().escalate(map.map(), LAST_DAY).events()).isEmpty();
    }

    @Test
    void theLowestCommonSuperiorDecidesFromTheNextDayOn() {
      var decision = asked(MEMBER).state().escalate(map.map(), LAST_DAY.plusDays(1));

      assertThat(events(decision))
          .containsExactly(new TransferEscalated(map.province(), LAST_DAY.plusDays(1)));
      assertThat(decision.state().confirm(null, "confirms", TODAY).events()).hasSize(1);
    }

    @Test
    void theSuperiorIsThatOfTheMapOfTheDay() {
      // given two branches of one commune, which is then split between them
      var commune = map.commune();
      var origin = new Origin(map.branchOf(commune), List.of(), List.of(MEMBER));
      var receiving = map.branchOf(commune);
      var request =
          TransferRequest.ask(new Ask(receiving, MOVED, "asks", TODAY), Optional.of(origin), 15)
              .state();
      var day = LAST_DAY.plusDays(1);
      assertThat(request.escalate(map.map(), day).state())
          .isEqualTo(new Escalated(request.ask(), origin, commune));
      // when
      var split = map.split(commune, LAST_DAY);
      var successors = split.successors().iterator();
      map.assigned(origin.unitId(), split, successors.next());
      map.assigned(receiving, split, successors.next());
      // then
      assertThat(request.escalate(map.map(), day).state())
          .isEqualTo(new Escalated(request.ask(), origin, map.province()));
    }

    @Test
    void betweenTwoProvincesTheWholeUnionDecides() {
      var elsewhere =
          map.unit(UnitLevel.PROVINCE, UnitKind.PROVINCE, null, UnitsMother.FOUNDED, true);
      var origin = new Origin(elsewhere, List.of(), List.of(MEMBER));

      var decision = asked(origin).state().escalate(map.map(), LAST_DAY.plusDays(1));

      assertThat(decision.state()).isEqualTo(new Escalated(ask, origin, null));
    }

    @Test
    void whatWasDecidedStaysDecided() {
      assertThat(confirmed().escalate(map.map(), LAST_DAY.plusDays(1)).events()).isEmpty();
    }
  }
}
