package vn.sen.membership.redrawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.approval.AlreadyDecided;
import vn.sen.chassis.approval.AuthorCannotApprove;
import vn.sen.chassis.approval.Proposal;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.DomainEvent;
import vn.sen.events.membership.Approval;
import vn.sen.events.membership.Extent;
import vn.sen.events.membership.RedrawingEvent.MapRedrawn;
import vn.sen.events.membership.RedrawingEvent.RedrawingProposed;
import vn.sen.events.membership.RedrawingEvent.RedrawingRejected;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.membership.orgunit.UnitRules;
import vn.sen.membership.orgunit.UnitsMother;

class RedrawingTest {

  private static final UUID ID = new UUID(1, 2);
  private static final String AUTHOR = "author";
  private static final String APPROVER = "approver";
  private static final LocalDate TODAY = LocalDate.of(2024, 10, 1);
  private static final LocalDate ON = LocalDate.of(2024, 11, 1);

  private final UnitsMother map = new UnitsMother();
  private final UUID one = map.commune();
  private final UUID two = map.commune();

  private static UUID id(String key) {
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }

  private Decision<Redrawing> propose(
      List<RedrawMap.NewUnit> units, List<UUID> closes, RedrawMap.Succession... successions) {
    var command = new RedrawMap("1200/NQ-UBTVQH15", ON, units, closes, List.of(successions));
    return Redrawing.propose(new Proposal<>(command, AUTHOR), map, RedrawingTest::id, TODAY);
  }

  private Decision<Redrawing> approve(Redrawing redrawing, String approver) {
    return redrawing.approve(approver, map, RedrawingTest::id);
  }

  private Decision<Redrawing> redraw(
      List<RedrawMap.NewUnit> units, List<UUID> closes, RedrawMap.Succession... successions) {
    return approve(propose(units, closes, successions).state(), APPROVER);
  }

  private RedrawMap.NewUnit ward(String key) {
    return ward(key, "C-" + key, null, map.province());
  }

  private static RedrawMap.NewUnit ward(
      String key, String code, @Nullable String parentKey, @Nullable UUID parentId) {
    return new RedrawMap.NewUnit(
        key, code, "Phường " + key, UnitLevel.COMMUNE, UnitKind.WARD, parentKey, parentId);
  }

  private static RedrawMap.Succession full(UUID from, String to) {
    return new RedrawMap.Succession(from, to, Extent.FULL, null);
  }

  private static RedrawMap.Succession partial(UUID from, String to) {
    return new RedrawMap.Succession(from, to, Extent.PARTIAL, "khu phố Phước Hậu 3");
  }

  private static void refuses(
      Class<? extends RuleViolation> rule, String pointer, Runnable redrawing) {
    assertThatThrownBy(redrawing::run)
        .isInstanceOfSatisfying(
            rule, e -> assertThat(((RuleViolation) e).pointer()).isEqualTo(pointer));
  }

  @Nested
  class IsOneAct {

    @Test
    void ofMergesAndSplitsAndAllTheirUnits() {
      // when
      var decision =
          redraw(
              List.of(ward("a"), ward("b")),
              List.of(),
              full(one, "a"),
              partial(two, "a"),
              partial(two, "b"));

      // then
      assertThat(decision.events()).hasSize(1);
      var event = (MapRedrawn) decision.events().getFirst();
      assertThat(event.resolution()).isEqualTo("1200/NQ-UBTVQH15");
      assertThat(event.effectiveDate()).isEqualTo(ON);
      assertThat(event.closed()).containsExactly(one, two);
      assertThat(event.created()).extracting(c -> c.id()).containsExactly(id("a"), id("b"));
      assertThat(event.successions())
          .extracting(s -> s.from() + ">" + s.to() + " " + s.extent())
          .containsExactly(
              one + ">" + id("a") + " FULL",
              two + ">" + id("a") + " PARTIAL",
              two + ">" + id("b") + " PARTIAL");
    }

    @Test
    void thatHoldsTheCodesAndTheEndsOfItsUnits() {
      var redrawing = redraw(List.of(ward("a")), List.of(two), full(one, "a")).state();

      assertThat(redrawing.keys())
          .containsExactlyInAnyOrder("code:C-a@2024-11-01", "closes:" + one, "closes:" + two);
    }

    @Test
    void thatKnowsItsSplits() {
      var redrawing =
          redraw(List.of(ward("a"), ward("b")), List.of(), partial(two, "a"), partial(two, "b"))
              .state()
              .draft();

      assertThat(redrawing.splitsInto(id("a"), ID))
          .singleElement()
          .satisfies(
              split -> {
                assertThat(split.unit()).isEqualTo(two);
                assertThat(split.successors()).containsExactlyInAnyOrder(id("a"), id("b"));
              });
      assertThat(redrawing.splitsInto(one, ID)).isEmpty();
    }

    @Test
    void inWhichANewUnitMayBearTheCodeOfOneThatEnds() {
      var code = map.unit(one).orElseThrow().code();

      var decision =
          redraw(List.of(ward("a", code, null, map.province())), List.of(), full(one, "a"));

      assertThat(decision.events()).hasSize(1);
    }

    @Test
    void inWhichParentsMayBeNewToo() {
      var province =
          new RedrawMap.NewUnit(
              "p", "66", "Tỉnh Đắk Lắk", UnitLevel.PROVINCE, UnitKind.PROVINCE, null, null);

      var decision =
          redraw(
              List.of(ward("a", "C-a", "p", null), province),
              List.of(),
              full(one, "a"),
              full(map.province(), "p"));

      assertThat(decision.state().draft().created().getFirst().parentId()).isEqualTo(id("p"));
    }
  }

  @Nested
  class NeedsTwoPeople {

    private final Decision<Redrawing> proposed =
        propose(List.of(ward("a")), List.of(), full(one, "a"));

    @Test
    void andIsNothingButAProposalBefore() {
      assertThat(proposed.events().stream().map(DomainEvent.class::cast))
          .containsExactly(new RedrawingProposed(AUTHOR, TODAY));
      assertThat(proposed.state().keys()).isEmpty();
    }

    @Test
    void whoAreBothOnRecord() {
      var redrawn = (MapRedrawn) approve(proposed.state(), APPROVER).events().getFirst();

      assertThat(redrawn.approval()).isEqualTo(new Approval(AUTHOR, APPROVER));
    }

    @Test
    void soTheAuthorCannotApprove() {
      refuses(AuthorCannotApprove.class, "", () -> approve(proposed.state(), AUTHOR));
    }

    @Test
    void andIsDecidedOnce() {
      var rejected = proposed.state().reject(APPROVER, TODAY);

      assertThat(rejected.events().stream().map(DomainEvent.class::cast))
          .containsExactly(new RedrawingRejected(APPROVER, TODAY));
      refuses(AlreadyDecided.class, "", () -> approve(rejected.state(), APPROVER));
      var inForce = approve(proposed.state(), APPROVER).state();
      refuses(AlreadyDecided.class, "", () -> approve(inForce, APPROVER));
      refuses(AlreadyDecided.class, "", () -> inForce.reject(APPROVER, TODAY));
    }

    @Test
    void andIsWorkedOutAgainOnTheMapAsItHasBecome() {
      map.closed(one, LocalDate.of(2024, 9, 1));

      refuses(
          RedrawingRules.UnitCannotEnd.class,
          "/successions/0/fromId",
          () -> approve(proposed.state(), APPROVER));
    }
  }

  @Nested
  class IsRefused {

    @Test
    void whenNothingHappens() {
      refuses(
          RedrawingRules.RedrawingWithoutContent.class, "", () -> propose(List.of(), List.of()));
    }

    @Test
    void whenAUnitEndsThatWasNotInForceTheDayBefore() {
      map.closed(two, ON.minusDays(1));

      refuses(
          RedrawingRules.UnitCannotEnd.class,
          "/successions/0/fromId",
          () -> propose(List.of(ward("a")), List.of(), full(two, "a")));
      refuses(
          RedrawingRules.UnitCannotEnd.class,
          "/closes/0",
          () -> propose(List.of(ward("a")), List.of(UUID.randomUUID()), full(one, "a")));
    }

    @Test
    void whenAUnitHasAnEndAlready() {
      map.closed(two, ON);

      refuses(
          RedrawingRules.UnitCannotEnd.class, "/closes/0", () -> propose(List.of(), List.of(two)));
    }

    @Test
    void whenASuccessorIsNotSetUpByIt() {
      refuses(
          RedrawingRules.UnitKeyUnknown.class,
          "/successions/0/toKey",
          () -> propose(List.of(ward("a")), List.of(), full(one, "z")));
    }

    @Test
    void whenAWholeUnitGoesToTwo() {
      refuses(
          RedrawingRules.FullSuccessionNotAlone.class,
          "/successions/1/extent",
          () -> propose(List.of(ward("a"), ward("b")), List.of(), full(one, "a"), full(one, "b")));
      refuses(
          RedrawingRules.FullSuccessionNotAlone.class,
          "/successions/1/extent",
          () ->
              propose(List.of(ward("a"), ward("b")), List.of(), full(one, "a"), partial(one, "b")));
    }

    @Test
    void whenASplitHasOneSuccessor() {
      refuses(
          RedrawingRules.SplitIntoOne.class,
          "/successions/0/extent",
          () -> propose(List.of(ward("a")), List.of(), partial(one, "a")));
    }

    @Test
    void whenASuccessionIsNamedTwice() {
      refuses(
          RedrawingRules.SuccessionTwice.class,
          "/successions/1",
          () -> propose(List.of(ward("a")), List.of(), partial(one, "a"), partial(one, "a")));
    }

    @Test
    void whenASuccessorIsOfAnotherLevel() {
      refuses(
          RedrawingRules.SuccessorOfAnotherLevel.class,
          "/successions/0/toKey",
          () -> propose(List.of(ward("a")), List.of(), full(map.province(), "a")));
    }

    @Test
    void whenKeysOrCodesRepeat() {
      refuses(
          RedrawingRules.UnitKeyTwice.class,
          "/units/1/key",
          () -> propose(List.of(ward("a"), ward("a")), List.of()));
      refuses(
          RedrawingRules.CodeTwice.class,
          "/units/1/code",
          () -> propose(List.of(ward("a"), ward("b", "C-a", null, map.province())), List.of()));
    }

    @Test
    void whenACodeBelongsToAUnitThatStays() {
      var code = map.unit(two).orElseThrow().code();

      refuses(
          UnitRules.CodeInUse.class,
          "/units/0/code",
          () -> propose(List.of(ward("a", code, null, map.province())), List.of()));
    }

    @Test
    void whenAParentEndsByIt() {
      refuses(
          UnitRules.UnitNotInForce.class,
          "/units/0/parentId",
          () -> propose(List.of(ward("a")), List.of(map.province())));
    }

    @Test
    void whenAParentIsOfTheWrongLevelOrNamedTwice() {
      refuses(
          UnitRules.ParentOfWrongLevel.class,
          "/units/0/parentId",
          () -> propose(List.of(ward("a", "C-a", null, one)), List.of()));
      refuses(
          UnitRules.ParentOfWrongLevel.class,
          "/units/0/parentId",
          () -> propose(List.of(ward("a", "C-a", null, null)), List.of()));
      refuses(
          RedrawingRules.ParentNamedTwice.class,
          "/units/1/parentId",
          () -> propose(List.of(ward("a"), ward("b", "C-b", "a", map.province())), List.of()));
    }
  }
}
