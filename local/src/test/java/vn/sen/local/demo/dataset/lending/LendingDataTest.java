package vn.sen.local.demo.dataset.lending;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.events.membership.UnitLevel;

class LendingDataTest {

  private static final long MILLION = 1_000_000;
  private static final LendingData WHOLE = LendingMother.whole(2023);

  @Nested
  class The_published_figures {

    private final LendingData data = WHOLE;

    @Test
    void are_met_in_all_and_at_every_bank() {
      assertThat(of(null)).isEqualTo(List.of(2_290_900 * MILLION, 50_106L));
      assertThat(of("VBSP")).isEqualTo(List.of(1_996_405 * MILLION, 43_880L));
      assertThat(of("AGRIBANK")).isEqualTo(List.of(72_470 * MILLION, 1_098L));
      assertThat(of("LPBANK")).isEqualTo(List.of(213_000 * MILLION, 5_150L));
      assertThat(of("KHAC")).isEqualTo(List.of(9_025 * MILLION, 95L));
    }

    @Test
    void hold_for_every_seed() {
      var other = LendingMother.whole(-7);
      assertThat(other.position(null).outstanding()).isEqualTo(2_290_900 * MILLION);
      assertThat(other.position(null).households()).isEqualTo(50_106);
      assertThat(other.loans()).isNotEqualTo(data.loans());
    }

    @Test
    void are_reached_only_by_the_updates_of_the_year() {
      assertThat(data.opening(null).outstanding()).isNotEqualTo(data.position(null).outstanding());
      assertThat(data.opening(null).households()).isNotEqualTo(50_106);
      var updates = data.targets().banks().stream().mapToInt(b -> data.updates(b).size()).sum();
      assertThat(updates).isBetween(6_000, 8_000);
    }

    @Test
    void have_loans_that_are_no_households() {
      var position = data.position(null);
      assertThat(position.loans()).isBetween(52_000L, 54_000L);
      assertThat(position.overdue()).isPositive().isLessThan(position.outstanding() / 100);
      assertThat(position.frozen()).isPositive().isLessThan(position.outstanding() / 100);
      assertThat(data.loans().stream().map(Loan::number)).doesNotHaveDuplicates();
    }

    @Test
    void need_ten_households_merged() {
      assertThat(data.foundTwice()).hasSize(10).allMatch(h -> h.people().size() == 2);
      var borrowers =
          data.loans().stream()
              .map(Loan::position)
              .filter(Objects::nonNull)
              .map(StatementLine::identity)
              .distinct();
      assertThat(borrowers).hasSize(50_106 + 10);
    }

    @Test
    void stand_on_the_communes_of_the_day() {
      var communes =
          LendingMother.FACTS.unitsOn(data.targets().statementDate(), UnitLevel.COMMUNE).stream()
              .map(u -> u.key().code())
              .collect(toSet());
      var used = lines(data).map(StatementLine::unit).collect(toSet());
      assertThat(used).hasSize(110).isEqualTo(communes);
    }

    @Test
    void are_followed_by_groups_of_five_to_sixty_borrowers() {
      var groups =
          data.loans().stream()
              .map(Loan::position)
              .filter(line -> line != null && line.group() != null)
              .collect(groupingBy(StatementLine::group, mapping(StatementLine::identity, toSet())));
      assertThat(groups).hasSizeGreaterThan(1_000);
      assertThat(groups.values()).allSatisfy(people -> assertThat(people).hasSizeBetween(5, 60));
      assertThat(lines(data).filter(l -> l.group() == null).count()).isLessThan(500);
    }

    @Test
    void have_every_kind_of_update() {
      var kinds =
          data.loans().stream()
              .flatMap(loan -> loan.updates().stream())
              .collect(groupingBy(u -> u.change().kind(), counting()));
      assertThat(kinds.keySet())
          .containsExactlyInAnyOrder(
              "DISBURSED",
              "PRINCIPAL_REPAID",
              "INTEREST_PAID",
              "INTEREST_WAIVED",
              "MOVED_TO_OVERDUE",
              "RETURNED_TO_TERM",
              "FROZEN",
              "THAWED",
              "EXTENDED",
              "WRITTEN_OFF",
              "SETTLED",
              "BORROWER_REPLACED",
              "REGROUPED",
              "CORRECTED",
              "REVERSED");
    }

    private List<Long> of(String bank) {
      var figures = data.position(bank == null ? null : data.targets().bank(bank));
      return List.of(figures.outstanding(), figures.households());
    }
  }

  @Nested
  class Borrowers_of_a_data_set {

    @Test
    void have_identity_numbers_of_their_own_that_are_nobodys() {
      var seen = new HashSet<String>();
      assertThat(WHOLE.households())
          .flatExtracting(BorrowingHousehold::people)
          .allMatch(p -> p.identity().matches("000\\d{9}") && seen.add(p.identity()))
          .noneMatch(p -> p.name().isBlank());
    }
  }

  @Nested
  class Updates {

    @Test
    void come_partly_late_and_out_of_their_order() {
      var data = WHOLE;
      var vbsp = data.targets().bank("VBSP");
      assertThat(data.updates(vbsp))
          .isSortedAccordingTo(java.util.Comparator.comparing(Update::sentOn))
          .anyMatch(u -> u.sentOn().isAfter(u.on().plusMonths(2)))
          .allMatch(u -> !u.sentOn().isAfter(data.targets().statementDate()));
    }
  }

  @Nested
  class Planted_differences {

    private final LendingData data = WHOLE;

    @Test
    void are_ten_with_every_cause_of_principal_and_borrower() {
      var causes =
          EnumSet.complementOf(
              EnumSet.of(
                  DifferenceCause.INTEREST,
                  DifferenceCause.OTHER_POINT,
                  DifferenceCause.OTHER_TERMS));
      assertThat(data.planted()).hasSize(10);
      assertThat(data.planted()).extracting(Planted::cause).containsAll(causes);
    }

    @Test
    void are_all_that_the_statements_differ_by() {
      for (var bank : data.targets().banks()) {
        var here = data.planted().stream().filter(p -> p.bank().equals(bank.code())).toList();
        var stated =
            data.statementLines(bank).stream().mapToLong(l -> l.balance().outstanding()).sum();
        assertThat(stated - data.position(bank).outstanding())
            .isEqualTo(here.stream().mapToLong(Planted::amount).sum());
      }
    }

    @Test
    void are_each_what_their_cause_says() {
      var known = data.loans().stream().map(Loan::number).collect(toSet());
      for (var planted : data.planted()) {
        var bank = data.targets().bank(planted.bank());
        var line =
            data.statementLines(bank).stream()
                .filter(l -> l.loan().equals(planted.loan()))
                .findAny()
                .orElse(null);
        assertThat(line).isEqualTo(planted.stated());
        assertThat(known.contains(planted.loan()))
            .isEqualTo(planted.cause() != DifferenceCause.UNKNOWN_LOAN);
        switch (planted.cause()) {
          case ROUNDING -> assertThat(planted.amount()).isBetween(1L, 999L);
          case MISSING_THERE -> assertThat(line).isNull();
          case OTHER_HOUSEHOLD -> assertThat(planted.amount()).isZero();
          case MISSING_UPDATE -> assertThat(planted.amount()).isLessThan(-1_000);
          case LATE, UNKNOWN_LOAN, CLOSED_HERE -> assertThat(planted.amount()).isGreaterThan(1_000);
        }
      }
    }
  }

  @Nested
  class A_late_update {

    @Test
    void is_the_last_of_its_loan_and_all_that_the_statement_lacks() {
      var late = WHOLE.planted().stream().filter(p -> p.cause() == DifferenceCause.LATE).toList();
      assertThat(late)
          .hasSize(2)
          .allSatisfy(
              planted -> {
                var loan =
                    WHOLE.loans().stream()
                        .filter(l -> l.number().equals(planted.loan()))
                        .findAny()
                        .orElseThrow();
                assertThat(loan.updates())
                    .singleElement()
                    .extracting(Update::change)
                    .isEqualTo(new Change.PrincipalRepaid(planted.amount()));
              });
    }
  }

  @Nested
  class The_same_seed {

    @Test
    void gives_the_same_and_another_seed_something_else() {
      assertThat(LendingMother.small(7)).isEqualTo(LendingMother.small(7));
      assertThat(LendingMother.small(7)).isNotEqualTo(LendingMother.small(8));
    }
  }

  @Nested
  class Targets_that_contradict_themselves {

    @Test
    void are_refused() {
      var one = LendingMother.PUBLISHED;
      var fewer = one.households().subList(1, one.households().size());
      assertThatThrownBy(
              () ->
                  new LendingTargets(
                      one.openingDate(),
                      one.statementDate(),
                      one.programmes(),
                      one.banks(),
                      fewer,
                      one.foundTwice(),
                      one.year(),
                      one.differences()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("VBSP");
    }
  }

  private static Stream<StatementLine> lines(LendingData data) {
    return data.loans().stream()
        .flatMap(loan -> Stream.ofNullable(loan.position()).filter(Objects::nonNull));
  }
}
