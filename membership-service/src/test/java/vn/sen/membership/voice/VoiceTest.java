package vn.sen.membership.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sen.membership.voice.VoiceMother.RAISED;
import static vn.sen.membership.voice.VoiceMother.TERMS;
import static vn.sen.membership.voice.VoiceMother.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.VoiceChange;
import vn.sen.events.membership.VoiceEvent.VoiceAnswered;
import vn.sen.events.membership.VoiceEvent.VoiceClosed;
import vn.sen.events.membership.VoiceEvent.VoiceCorrected;
import vn.sen.events.membership.VoiceEvent.VoiceErased;
import vn.sen.events.membership.VoiceEvent.VoiceLinked;
import vn.sen.events.membership.VoiceEvent.VoiceRaised;
import vn.sen.events.membership.VoiceEvent.VoiceReopened;
import vn.sen.events.membership.VoiceEvent.VoiceRouted;
import vn.sen.events.membership.VoiceEvent.VoiceUnlinked;
import vn.sen.events.membership.VoiceEvent.VoiceWithdrawn;
import vn.sen.events.membership.VoiceKind;
import vn.sen.events.membership.VoiceMeasure;
import vn.sen.events.membership.VoicePlace;
import vn.sen.events.membership.VoiceRaisedBy;
import vn.sen.membership.orgunit.UnitRules;
import vn.sen.membership.orgunit.UnitsMother;

class VoiceTest {

  private static final LocalDate DUE = RAISED.plusDays(10);
  private static final LocalDate OVERDUE = DUE.plusDays(1);

  private final UnitsMother map = new UnitsMother();
  private final UUID commune = map.commune();
  private final UUID branch = map.branchOf(commune);
  private final Voice open = VoiceMother.raised(map, branch);

  private VoiceChange change(LocalDate on, UUID owner, VoiceMeasure measure, int delta) {
    return new VoiceChange(
        on, new VoicePlace(branch, owner, VoiceKind.PETITION, "LAND"), measure, delta);
  }

  private Voice answered(LocalDate on) {
    return open.answer("Đã lắp trạm nước", on, TODAY).state();
  }

  private Voice closed() {
    return answered(DUE).close(true, OVERDUE, TODAY).state();
  }

  @Test
  void isDueByTheRuleOfItsDay() {
    assertThat(Voice.raise(VoiceMother.matter(branch), TERMS, map, TODAY).events())
        .isEqualTo(
            List.of(
                new VoiceRaised(
                    branch,
                    VoiceRaisedBy.ANONYMOUS,
                    VoiceKind.PETITION,
                    "LAND",
                    DUE,
                    RAISED,
                    List.of(
                        change(RAISED, branch, VoiceMeasure.RAISED, 1),
                        change(RAISED, branch, VoiceMeasure.OPEN, 1),
                        change(OVERDUE, branch, VoiceMeasure.OVERDUE, 1)))));
    assertThat(TERMS.dueOn(VoiceKind.PETITION, LocalDate.of(2024, 1, 1))).isEqualTo("2024-01-16");
    assertThat(TERMS.dueOn(VoiceKind.NEED, RAISED)).isEqualTo(RAISED.plusDays(30));
    assertThatThrownBy(() -> TERMS.dueOn(VoiceKind.NEED, LocalDate.of(2019, 12, 31)))
        .isInstanceOf(VoiceRules.NoVoiceDeadlineThen.class);
  }

  @Test
  void isRaisedByAMemberWhoIsNamedOrByNobodyWhoIs() {
    var member = UUID.randomUUID();

    assertThat(Voice.raise(by(VoiceRaisedBy.MEMBER, member), TERMS, map, TODAY).events())
        .hasSize(1);
    assertThatThrownBy(() -> Voice.raise(by(VoiceRaisedBy.MEMBER, null), TERMS, map, TODAY))
        .isInstanceOf(VoiceRules.RaiserDoesNotFit.class);
    assertThatThrownBy(() -> Voice.raise(by(VoiceRaisedBy.ANONYMOUS, member), TERMS, map, TODAY))
        .isInstanceOf(VoiceRules.RaiserDoesNotFit.class);
  }

  private Voice.Matter by(VoiceRaisedBy by, UUID member) {
    return new Voice.Matter(branch, by, member, VoiceKind.NEED, "LAND", RAISED, "Cần vay vốn");
  }

  @Test
  void isRaisedWhereThereIsAUnitAndASubjectArea() {
    assertThatThrownBy(() -> VoiceMother.raised(map, UUID.randomUUID()))
        .isInstanceOf(UnitRules.UnitNotInForce.class);
    var elsewhere =
        new Voice.Matter(
            branch, VoiceRaisedBy.OFFICER, null, VoiceKind.NEED, "MOON", RAISED, "Cần");
    assertThatThrownBy(() -> Voice.raise(elsewhere, TERMS, map, TODAY))
        .isInstanceOf(VoiceRules.SubjectUnknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\u0000", "a\u0007b"})
  void whatItSaysCanBePrinted(String text) {
    var matter =
        new Voice.Matter(branch, VoiceRaisedBy.OFFICER, null, VoiceKind.NEED, "LAND", RAISED, text);

    assertThatThrownBy(() -> Voice.raise(matter, TERMS, map, TODAY))
        .isInstanceOf(VoiceRules.VoiceTextUnusable.class);
    assertThat(VoiceRules.text(" một  dòng \r\n dòng hai ", 100, "/text"))
        .isEqualTo("một dòng\ndòng hai");
  }

  @Test
  void goesUpAndDownTheHierarchy() {
    // when it goes to the commune, and to the province when it is overdue
    var up = open.route(commune, RAISED.plusDays(2), "Vượt thẩm quyền", map.map(), TODAY);
    var late = OVERDUE.plusDays(3);
    var further = up.state().route(map.province(), late, "Vượt thẩm quyền", map.map(), TODAY);

    // then
    assertThat(up.events())
        .isEqualTo(
            List.of(
                new VoiceRouted(
                    branch,
                    commune,
                    RAISED.plusDays(2),
                    List.of(
                        change(RAISED.plusDays(2), branch, VoiceMeasure.OPEN, -1),
                        change(RAISED.plusDays(2), commune, VoiceMeasure.OPEN, 1),
                        change(OVERDUE, branch, VoiceMeasure.OVERDUE, -1),
                        change(OVERDUE, commune, VoiceMeasure.OVERDUE, 1)))));
    assertThat(further.events())
        .isEqualTo(
            List.of(
                new VoiceRouted(
                    commune,
                    map.province(),
                    late,
                    List.of(
                        change(late, commune, VoiceMeasure.OPEN, -1),
                        change(late, map.province(), VoiceMeasure.OPEN, 1),
                        change(late, commune, VoiceMeasure.OVERDUE, -1),
                        change(late, map.province(), VoiceMeasure.OVERDUE, 1)))));
    assertThat(further.state().route(branch, late, "Làm rõ", map.map(), TODAY).state().owner())
        .isEqualTo(branch);
    assertThat(further.state().units()).containsExactly(branch, commune, map.province());
  }

  @Test
  void goesNowhereElse() {
    var neighbour = map.commune();

    assertThatThrownBy(() -> open.route(neighbour, RAISED, "Nhờ", map.map(), TODAY))
        .isInstanceOf(VoiceRules.NotAboveOrBelowTheOwner.class);
    assertThatThrownBy(() -> open.route(commune, RAISED.minusDays(1), "Nhờ", map.map(), TODAY))
        .isInstanceOf(VoiceRules.VoiceDayOutOfOrder.class);
    assertThat(open.route(branch, RAISED, "Nhờ", map.map(), TODAY).events()).isEmpty();
  }

  @Test
  void isHandedToASuccessorOfItsOwnersThatASplitHasEnded() {
    // given
    var voice = VoiceMother.raised(map, commune);
    var day = LocalDate.of(2024, 11, 1);
    var split = map.split(commune, day);
    var successor = split.successors().iterator().next();

    // then by the map of the day before it does not exist yet
    assertThatThrownBy(
            () -> voice.route(successor, day.minusDays(1), "Tiếp nhận", map.map(), TODAY))
        .isInstanceOf(UnitRules.UnitNotInForce.class);
    assertThat(voice.route(successor, day, "Tiếp nhận", map.map(), TODAY).state().owner())
        .isEqualTo(successor);
    assertThatThrownBy(() -> voice.route(map.commune(), day, "Nhờ", map.map(), TODAY))
        .isInstanceOf(VoiceRules.NotAboveOrBelowTheOwner.class);
  }

  @Test
  void isHandedToWhatASuccessorHasBecomeAndNotToOneThatHasEnded() {
    // given a commune that was divided, and a part of it that was divided again
    var voice = VoiceMother.raised(map, commune);
    var day = LocalDate.of(2024, 11, 1);
    var first = map.split(commune, day).successors().iterator().next();
    var later = LocalDate.of(2025, 7, 1);
    var heirs = map.split(first, later).successors();

    // then the part is refused with what it became, each of which takes it
    assertThatThrownBy(() -> voice.route(first, later, "Tiếp nhận", map.map(), TODAY))
        .isInstanceOfSatisfying(
            VoiceRules.RoutedToEndedUnit.class,
            refused ->
                assertThat(String.valueOf(refused.arguments()[1])).contains(names(heirs, later)));
    assertThat(heirs)
        .allSatisfy(
            heir ->
                assertThat(voice.route(heir, later, "Tiếp nhận", map.map(), TODAY).state().owner())
                    .isEqualTo(heir));
    assertThat(voice.route(first, later.minusDays(1), "Nhận", map.map(), TODAY).state().owner())
        .isEqualTo(first);
  }

  private List<String> names(Set<UUID> units, LocalDate day) {
    return units.stream().map(unit -> map.map().unit(unit).orElseThrow().nameOn(day)).toList();
  }

  @Test
  void anAnswerInTimeTakesBackThatItWouldBeOverdue() {
    assertThat(open.answer("Đã lắp", DUE, TODAY).events())
        .isEqualTo(
            List.of(
                new VoiceAnswered(
                    branch,
                    true,
                    DUE,
                    List.of(
                        change(DUE, branch, VoiceMeasure.OPEN, -1),
                        change(DUE, branch, VoiceMeasure.TO_CLOSE, 1),
                        change(DUE, branch, VoiceMeasure.ANSWERED_IN_TIME, 1),
                        change(OVERDUE, branch, VoiceMeasure.OVERDUE, -1)))));
  }

  @Test
  void aLateAnswerEndsThatItIsOverdue() {
    var late = OVERDUE.plusDays(5);

    assertThat(open.answer("Đã lắp", late, TODAY).events())
        .isEqualTo(
            List.of(
                new VoiceAnswered(
                    branch,
                    false,
                    late,
                    List.of(
                        change(late, branch, VoiceMeasure.OPEN, -1),
                        change(late, branch, VoiceMeasure.OVERDUE, -1),
                        change(late, branch, VoiceMeasure.TO_CLOSE, 1),
                        change(late, branch, VoiceMeasure.ANSWERED_LATE, 1)))));
  }

  @Test
  void isClosedWithWhoRaisedIt() {
    assertThat(answered(DUE).close(false, OVERDUE, TODAY).events())
        .isEqualTo(
            List.of(
                new VoiceClosed(
                    false,
                    OVERDUE,
                    List.of(
                        change(OVERDUE, branch, VoiceMeasure.TO_CLOSE, -1),
                        change(OVERDUE, branch, VoiceMeasure.CLOSED_UNSATISFIED, 1)))));
  }

  @Test
  void reopenedItIsDueOnceMore() {
    // given
    var on = LocalDate.of(2024, 2, 1);

    // when
    var decision = closed().reopen("Nước vẫn đục", on, TERMS, TODAY);

    // then by the rule of that day
    assertThat(decision.events())
        .isEqualTo(
            List.of(
                new VoiceReopened(
                    on.plusDays(15),
                    on,
                    List.of(
                        change(on, branch, VoiceMeasure.OPEN, 1),
                        change(on, branch, VoiceMeasure.REOPENED, 1),
                        change(on.plusDays(16), branch, VoiceMeasure.OVERDUE, 1)))));
    assertThat(decision.state().answer("Đã thay lõi lọc", on, TODAY).state().rounds()).hasSize(2);
  }

  @Test
  void withdrawnItIsNotPursuedAnyMore() {
    assertThat(open.withdraw(DUE, TODAY).events())
        .isEqualTo(
            List.of(
                new VoiceWithdrawn(
                    DUE,
                    List.of(
                        change(DUE, branch, VoiceMeasure.OPEN, -1),
                        change(DUE, branch, VoiceMeasure.WITHDRAWN, 1),
                        change(OVERDUE, branch, VoiceMeasure.OVERDUE, -1)))));
  }

  @Test
  void whatIsNotAllowedInAStateFailsByItsRule() {
    var answered = answered(DUE);
    var withdrawn = open.withdraw(DUE, TODAY).state();
    var day = OVERDUE;

    assertThatThrownBy(() -> open.close(true, day, TODAY))
        .isInstanceOf(VoiceRules.VoiceNotAnswered.class);
    assertThatThrownBy(() -> open.reopen("?", day, TERMS, TODAY))
        .isInstanceOf(VoiceRules.VoiceNotAnswered.class);
    assertThatThrownBy(() -> answered.answer("?", day, TODAY))
        .isInstanceOf(VoiceRules.VoiceAlreadyAnswered.class);
    assertThatThrownBy(() -> answered.route(commune, day, "?", map.map(), TODAY))
        .isInstanceOf(VoiceRules.VoiceAlreadyAnswered.class);
    assertThatThrownBy(() -> closed().answer("?", day, TODAY))
        .isInstanceOf(VoiceRules.VoiceAlreadyClosed.class);
    assertThatThrownBy(() -> closed().close(true, day, TODAY))
        .isInstanceOf(VoiceRules.VoiceAlreadyClosed.class);
    assertThatThrownBy(() -> closed().withdraw(day, TODAY))
        .isInstanceOf(VoiceRules.VoiceAlreadyClosed.class);
    assertThatThrownBy(() -> withdrawn.answer("?", day, TODAY))
        .isInstanceOf(VoiceRules.VoiceIsWithdrawn.class);
    assertThatThrownBy(() -> withdrawn.close(true, day, TODAY))
        .isInstanceOf(VoiceRules.VoiceIsWithdrawn.class);
    assertThatThrownBy(() -> withdrawn.reopen("?", day, TERMS, TODAY))
        .isInstanceOf(VoiceRules.VoiceIsWithdrawn.class);
    assertThatThrownBy(() -> withdrawn.withdraw(day, TODAY))
        .isInstanceOf(VoiceRules.VoiceIsWithdrawn.class);
  }

  @Test
  void aCorrectedAnswerMovesFromLateToInTime() {
    // given an answer entered for the day after it was due
    var late = answered(OVERDUE);

    // when
    var decision = late.correct(VoiceKind.PETITION, "LAND", RAISED, DUE, null, TERMS, map, TODAY);

    // then
    assertThat(decision.events())
        .isEqualTo(
            List.of(
                new VoiceCorrected(
                    VoiceKind.PETITION,
                    "LAND",
                    RAISED,
                    DUE,
                    DUE,
                    null,
                    TODAY,
                    List.of(
                        change(DUE, branch, VoiceMeasure.OPEN, -1),
                        change(DUE, branch, VoiceMeasure.TO_CLOSE, 1),
                        change(DUE, branch, VoiceMeasure.ANSWERED_IN_TIME, 1),
                        change(OVERDUE, branch, VoiceMeasure.OPEN, 1),
                        change(OVERDUE, branch, VoiceMeasure.TO_CLOSE, -1),
                        change(OVERDUE, branch, VoiceMeasure.ANSWERED_LATE, -1)))));
    assertThat(decision.state()).isEqualTo(answered(DUE));
  }

  @Test
  void aCorrectionKeepsTheOrderOfWhatHappened() {
    var voice = closed();
    var kind = VoiceKind.PETITION;

    assertThat(voice.correct(kind, "LAND", RAISED, null, null, TERMS, map, TODAY).events())
        .isEmpty();
    assertThatThrownBy(() -> voice.correct(kind, "LAND", OVERDUE, null, null, TERMS, map, TODAY))
        .isInstanceOf(VoiceRules.VoiceDayOutOfOrder.class);
    assertThatThrownBy(() -> voice.correct(kind, "LAND", RAISED, null, RAISED, TERMS, map, TODAY))
        .isInstanceOf(VoiceRules.VoiceDayOutOfOrder.class);
    assertThatThrownBy(() -> open.correct(kind, "LAND", RAISED, DUE, null, TERMS, map, TODAY))
        .isInstanceOf(VoiceRules.NothingToCorrect.class);
    var asNeed =
        open.correct(VoiceKind.NEED, "FAMILY", RAISED, null, null, TERMS, map, TODAY).state();
    assertThat(asNeed.last().dueOn()).isEqualTo(RAISED.plusDays(30));
  }

  @Test
  void aCorrectedDayIsOneOfItsUnitsLife() {
    // given a unit that is a week older than the voice
    var founded = RAISED.minusDays(7);
    var young = map.unit(UnitLevel.BRANCH, UnitKind.BRANCH, commune, founded, true);
    var voice = VoiceMother.raised(map, young);
    var kind = VoiceKind.PETITION;

    // then
    assertThat(voice.correct(kind, "LAND", founded, null, null, TERMS, map, TODAY).events())
        .hasSize(1);
    var before = founded.minusDays(1);
    assertThatThrownBy(() -> voice.correct(kind, "LAND", before, null, null, TERMS, map, TODAY))
        .isInstanceOf(UnitRules.UnitNotInForce.class);
  }

  @Test
  void isLikeOthersMutually() {
    // given
    var here = UUID.randomUUID();
    var there = UUID.randomUUID();
    var bundle = UUID.randomUUID();

    // when
    var linked = open.link(there, null, bundle, TODAY);
    var answer = open.linked(here, bundle, TODAY);

    // then
    assertThat(linked.events()).isEqualTo(List.of(new VoiceLinked(there, bundle, TODAY)));
    assertThat(answer.state().bundle()).isEqualTo(linked.state().bundle());
    assertThat(answer.state().linked(here, bundle, TODAY).events()).isEmpty();
    assertThat(linked.state().link(there, bundle, UUID.randomUUID(), TODAY).events()).isEmpty();
    assertThat(open.link(there, bundle, UUID.randomUUID(), TODAY).state().bundle())
        .isEqualTo(bundle);
    assertThatThrownBy(
            () -> linked.state().link(there, UUID.randomUUID(), UUID.randomUUID(), TODAY))
        .isInstanceOf(VoiceRules.LinkedElsewhere.class);
    assertThat(linked.state().unlink(TODAY).events())
        .isEqualTo(List.of(new VoiceUnlinked(bundle, TODAY)));
    assertThatThrownBy(() -> open.unlink(TODAY)).isInstanceOf(VoiceRules.NotLinked.class);
  }

  @Test
  void erasedItSaysNothingAndGoesOnCounting() {
    // given a voice with a word everywhere
    var voice =
        open.route(commune, RAISED, "Vượt thẩm quyền", map.map(), TODAY)
            .state()
            .answer("Đã lắp", DUE, TODAY)
            .state()
            .reopen("Nước đục", DUE, TERMS, TODAY)
            .state();
    var again = DUE.plusDays(10);

    // when
    var decision = voice.erase(TODAY);

    // then
    assertThat(decision.events())
        .isEqualTo(
            List.of(
                new VoiceErased(
                    TODAY,
                    List.of(
                        change(TODAY, commune, VoiceMeasure.OPEN, -1),
                        change(TODAY, commune, VoiceMeasure.OVERDUE, -1),
                        change(TODAY, commune, VoiceMeasure.WITHDRAWN, 1)))));
    assertThat(again).isBefore(TODAY);
    assertThat(decision.state().toString())
        .doesNotContain("Xin nước", "Vượt", "Đã lắp", "Nước đục");
    assertThat(decision.state().erase(TODAY).events()).isEmpty();
    assertThat(closed().erase(TODAY).state()).isInstanceOf(Voice.Closed.class);
    assertThatThrownBy(() -> closed().erase(TODAY).state().reopen("?", TODAY, TERMS, TODAY))
        .isInstanceOf(VoiceRules.VoiceIsErased.class);
  }
}
