package vn.sen.lending.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sen.lending.bank.BankMother.LATER;
import static vn.sen.lending.bank.BankMother.START;
import static vn.sen.lending.bank.BankMother.after;
import static vn.sen.lending.bank.BankMother.lienVietRegistered;
import static vn.sen.lending.bank.BankMother.lienVietRenamed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.events.lending.BankEvent;
import vn.sen.events.lending.BankEvent.BankRegistered;
import vn.sen.events.lending.BankEvent.BankRenamed;
import vn.sen.events.lending.BankEvent.BankReportingChanged;
import vn.sen.lending.naming.DatedNames;
import vn.sen.lending.naming.NameBeforeTheFirst;

class BankTest {

  @Nested
  class Registering {

    @Test
    void aBankBeginsWithItsFirstName() {
      // when
      var events = Bank.decide(null, new BankCommand.Register("VBSP", "NHCSXH", START));
      // then
      assertThat(events).containsExactly(new BankRegistered("VBSP", "NHCSXH", START));
      assertThat(after(events).nameOn(START)).contains("NHCSXH");
    }

    @Test
    void beforeItsFirstDayItHasNoName() {
      assertThat(after(List.of(lienVietRegistered())).nameOn(START.minusDays(1))).isEmpty();
    }
  }

  @Nested
  class Renaming {

    @Test
    void isAnEventFromADay() {
      // given
      var bank = after(List.of(lienVietRegistered()));
      // when
      var events = Bank.decide(bank, new BankCommand.Rename("LPBank", LATER));
      // then
      assertThat(events).containsExactly(lienVietRenamed());
    }

    @Test
    void leavesThePastAsItWas() {
      // given
      var bank = after(List.of(lienVietRegistered(), lienVietRenamed()));
      // then
      assertThat(bank.nameOn(LATER.minusDays(1))).contains("LienVietPostBank");
      assertThat(bank.nameOn(LATER)).contains("LPBank");
    }

    @Test
    void forADayAlreadyNamedCorrectsTheName() {
      // given
      var bank = after(List.of(lienVietRegistered(), new BankRenamed("LBPank", LATER)));
      // when
      var events = Bank.decide(bank, new BankCommand.Rename("LPBank", LATER));
      // then
      assertThat(events).containsExactly(lienVietRenamed());
      assertThat(Bank.evolve(bank, events.getFirst()).names().all())
          .containsExactly(
              new DatedNames.Name("LienVietPostBank", START), new DatedNames.Name("LPBank", LATER));
    }

    @Test
    void aNameStatedLateFitsBetweenTheOthers() {
      // given
      var between = START.plusYears(5);
      var bank = after(List.of(lienVietRegistered(), lienVietRenamed()));
      // when
      var events = Bank.decide(bank, new BankCommand.Rename("LienVietBank", between));
      // then
      var next = Bank.evolve(bank, events.getFirst());
      assertThat(next.nameOn(between)).contains("LienVietBank");
      assertThat(next.nameOn(LATER)).contains("LPBank");
    }

    @Test
    void toTheNameItBearsChangesNothing() {
      // given
      var bank = after(List.of(lienVietRegistered(), lienVietRenamed()));
      // then
      assertThat(Bank.decide(bank, new BankCommand.Rename("LPBank", LATER.plusDays(9)))).isEmpty();
    }

    @Test
    void beforeTheBanksFirstDayIsRefused() {
      // given
      var bank = after(List.of(lienVietRegistered()));
      // then
      assertThatThrownBy(() -> Bank.decide(bank, new BankCommand.Rename("X", START.minusDays(1))))
          .isInstanceOfSatisfying(
              NameBeforeTheFirst.class,
              refused -> {
                assertThat(refused.pointer()).isEqualTo("/from");
                assertThat(refused.status()).isEqualTo(422);
              });
    }
  }

  @Nested
  class Reporting {

    @Test
    void postsByItselfUntilSomebodySaysOtherwise() {
      // given
      var bank = after(List.of(lienVietRegistered()));
      // when
      var events = Bank.decide(bank, new BankCommand.Report(true, LATER));
      // then
      assertThat(bank.statementsOnly()).isFalse();
      assertThat(events).containsExactly(new BankReportingChanged(true, LATER));
      var flagged = Bank.evolve(bank, events.getFirst());
      assertThat(flagged.statementsOnly()).isTrue();
      assertThat(Bank.evolve(flagged, lienVietRenamed()).statementsOnly()).isTrue();
      assertThat(Bank.decide(flagged, new BankCommand.Report(true, LATER))).isEmpty();
    }
  }

  @Property(tries = 200)
  void namesStatedInAnyOrderGiveTheSameHistory(
      @ForAll("namesByDay") Map<Integer, String> namesByDay, @ForAll Random random) {
    // given
    var renamings = new ArrayList<BankEvent>();
    namesByDay.forEach((day, name) -> renamings.add(new BankRenamed(name, START.plusDays(day))));
    var shuffled = new ArrayList<>(renamings);
    Collections.shuffle(shuffled, random);
    // when
    var one = history(renamings);
    var other = history(shuffled);
    // then
    assertThat(other).isEqualTo(one);
    namesByDay.forEach((day, name) -> assertThat(one.nameOn(START.plusDays(day))).contains(name));
  }

  private static Bank history(List<BankEvent> renamings) {
    var events = new ArrayList<BankEvent>();
    events.add(lienVietRegistered());
    events.addAll(renamings);
    return after(events);
  }

  @Provide
  Arbitrary<Map<Integer, String>> namesByDay() {
    return Arbitraries.maps(
            Arbitraries.integers().between(0, 5_000),
            Arbitraries.strings().withCharRange('a', 'e').ofMinLength(1).ofMaxLength(2))
        .ofMaxSize(8)
        .map(LinkedHashMap::new);
  }

  @Test
  void everyDayFromTheFirstHasAName() {
    // given
    var bank = after(List.of(lienVietRegistered(), lienVietRenamed()));
    // then
    assertThat(START.datesUntil(LocalDate.of(2025, 1, 1)))
        .allMatch(day -> bank.nameOn(day).isPresent());
  }
}
