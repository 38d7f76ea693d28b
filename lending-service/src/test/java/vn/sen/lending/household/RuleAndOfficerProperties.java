package vn.sen.lending.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.lending.household.BorrowingHousehold.Status;

/** The rule speaks again and again and in any order; officers speak between. */
class RuleAndOfficerProperties {

  private static final LocalDate TODAY = LocalDate.of(2023, 10, 30);
  private static final List<UUID> OTHERS = List.of(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3));

  private enum Word {
    MATCHED,
    COUNTS_AS,
    COUNTS_BY_ITSELF,
    CONFIRMED,
    LEFT_UNKNOWN,
    MERGED,
    UNMERGED,
    UNDONE,
    WITHDRAWN;

    boolean ofTheRule() {
      return this == MATCHED || this == COUNTS_AS || this == COUNTS_BY_ITSELF || this == WITHDRAWN;
    }
  }

  private record Said(Word word, UUID other, LocalDate from) {

    Decision<BorrowingHousehold> of(BorrowingHousehold household) {
      return switch (word) {
        case MATCHED -> household.matched(other, from, TODAY);
        case COUNTS_AS -> household.countsAs(other, from, TODAY);
        case COUNTS_BY_ITSELF -> household.countsAs(null, from, TODAY);
        case CONFIRMED -> household.confirm(other, TODAY);
        case LEFT_UNKNOWN -> household.leaveUnknown(TODAY);
        case MERGED -> household.merge(other, from, TODAY);
        case UNMERGED -> household.unmerge(from, TODAY);
        case UNDONE -> household.undoMatch(from, TODAY);
        case WITHDRAWN -> household.matchWithdrawn(TODAY);
      };
    }
  }

  @Provide
  Arbitrary<List<Said>> words() {
    return Combinators.combine(
            Arbitraries.of(Word.class),
            Arbitraries.of(OTHERS),
            Arbitraries.integers().between(0, 400).map(TODAY::minusDays))
        .as(Said::new)
        .list()
        .ofMaxSize(12);
  }

  @Property(tries = 1_000)
  void what_the_rule_says_twice_changes_nothing_and_officers_are_not_overruled(
      @ForAll("words") List<Said> words) {
    var household = BorrowingHousehold.open(new UUID(0, 1), "hash", null, TODAY).state();
    for (var said : words) {
      var before = household;
      try {
        household = said.of(household).state();
      } catch (RuleViolation refused) {
        assertThat(said.word().ofTheRule()).as(said + " is never refused").isFalse();
        continue;
      }
      if (said.word().ofTheRule()) {
        assertThat(said.of(household).events()).as("%s again", said).isEmpty();
        if (before.isMergedByOfficer() || before.matchUndone()) {
          assertThat(household.countsAs()).isEqualTo(before.countsAs());
        }
      }
      assertThat(household.status() == Status.MERGED).isEqualTo(household.countsAs() != null);
    }
  }
}
