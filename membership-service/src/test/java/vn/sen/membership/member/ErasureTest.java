package vn.sen.membership.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberEvent.MemberCorrected;
import vn.sen.events.membership.MemberEvent.MemberErased;
import vn.sen.events.membership.MemberType;

/** What is left of a member whose data is erased. */
class ErasureTest extends DeciderFixture {

  private final MemberCommand.Erase erase = new MemberCommand.Erase(TODAY);

  @Test
  void aFormerMemberLeavesHerTimeline() {
    var former = (Member.Former) given(left(LATER, Flow.MOVE_OUT));

    var decision = decider.decide(former, erase);

    assertThat(decision.events()).singleElement().isEqualTo(new MemberErased(TODAY));
    assertThat(decision.state())
        .isEqualTo(new Member.Erased(former.timeline(), branch, MemberType.ORDINARY, TODAY));
    assertThat(decision.state().particulars()).isEqualTo(Particulars.ERASED);
    assertThat(decision.state().naturalKeys()).isEmpty();
  }

  @Test
  void aProposalLeavesNothing() {
    var proposed = decider.begin(MemberMother.proposed(branch, LATER)).state();

    assertThat(decider.decide(proposed, erase).state())
        .isEqualTo(new Member.Erased(Timeline.empty(), branch, MemberType.ORDINARY, TODAY));
  }

  @Test
  void twiceIsOnce() {
    var erased = given(left(LATER, Flow.MOVE_OUT), erase);

    assertThat(decider.decide(erased, erase).events()).isEmpty();
  }

  @Test
  void aMemberIsKnownToTheUnion() {
    refuses(MemberRules.MembershipStillLasts.class, "", () -> decider.decide(given(), erase));
  }

  @Test
  void nothingHappensToAnErasedRecordAnyMore() {
    var erased = given(left(LATER, Flow.MOVE_OUT), erase);

    for (var command :
        List.of(
            new MemberCommand.Readmit(branch, TODAY),
            new MemberCommand.Correct(MemberMother.hoa()),
            new MemberCommand.Follow(UUID.randomUUID(), other),
            new MemberCommand.Reduce())) {
      refuses(MemberRules.RecordErased.class, "", () -> decider.decide(erased, command));
    }
  }

  @Test
  void reducedOnlyWhatSaysWhoSheIsStays() {
    var all =
        new Particulars(
            "Nguyễn Thị Hòa",
            Sex.FEMALE,
            null,
            1980,
            "054180000001",
            "0905123456",
            "Kinh",
            "Cao Đài",
            "ref");
    var member =
        given(new MemberCommand.Correct(all), new MemberCommand.Depart(LATER, Flow.DEATH, "x"));

    var decision = decider.decide(member, new MemberCommand.Reduce());

    assertThat(decision.events())
        .singleElement()
        .isEqualTo(
            new MemberCorrected(
                List.of("phone", "ethnicity", "religion", "externalRef", "note"),
                TODAY,
                List.of()));
    var left = (Member.Former) decision.state();
    assertThat(left.note()).isNull();
    assertThat(left.particulars())
        .isEqualTo(
            new Particulars(
                "Nguyễn Thị Hòa", Sex.FEMALE, null, 1980, "054180000001", null, null, null, null));
    assertThat(decider.decide(left, new MemberCommand.Reduce()).events()).isEmpty();
  }

  @Test
  void sheIsRecognisedByNumberOrByNameAndBirth() {
    var hoa = MemberMother.withIdentity("054180000001", null, 1980);

    assertThat(hoa.likenesses(branch))
        .containsExactly("identityNumber:054180000001", "born:1980/" + branch + "/nguyen thi hoa");
    assertThat(MemberMother.hoa().likenesses(branch)).hasSize(1).isSubsetOf(hoa.likenesses(branch));
    assertThat(MemberMother.hoa().likenesses(other))
        .doesNotContainAnyElementsOf(hoa.likenesses(branch));
  }
}
