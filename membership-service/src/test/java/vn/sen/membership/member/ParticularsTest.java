package vn.sen.membership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sen.membership.member.MemberMother.bornOn;
import static vn.sen.membership.member.MemberMother.named;
import static vn.sen.membership.member.MemberMother.withIdentity;

import java.text.Normalizer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.membership.MemberType;

class ParticularsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 8);

  private static Particulars born(@Nullable LocalDate date, @Nullable Integer year) {
    return new Particulars("Hoa", null, date, year, null, null, null, null, null);
  }

  private static Particulars reached(@Nullable String phone, @Nullable String religion) {
    return new Particulars("Hoa", null, null, 1980, null, phone, null, religion, null);
  }

  private static void refuses(
      Class<? extends RuleViolation> rule, String pointer, Particulars particulars) {
    assertThatThrownBy(() -> particulars.checked(TODAY))
        .isInstanceOfSatisfying(
            rule, e -> assertThat(((RuleViolation) e).pointer()).isEqualTo(pointer));
  }

  @Test
  void namesAreComposedAndTidy() {
    var raw = Normalizer.normalize("  Nguyễn   Thị Hòa ", Normalizer.Form.NFD);

    assertThat(named(raw).checked(TODAY).fullName()).isEqualTo("Nguyễn Thị Hòa");
  }

  @ParameterizedTest
  @ValueSource(strings = {"H'Lan Niê", "Y-Blen", "Trần T. Hoa", "Nguyễn Thị Hoa 2", "Ă"})
  void namesOfAllPeoplesAreNames(String name) {
    assertThat(named(name).checked(TODAY).fullName()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "123", "a\u0000b", "<b>Hoa</b>", "Hoa;DROP", "=1+1"})
  void whatIsNoNameIsRefused(String name) {
    refuses(MemberRules.NameUnusable.class, "/fullName", named(name));
  }

  @Test
  void aNameHasALimit() {
    assertThat(named("a".repeat(100)).checked(TODAY).fullName()).hasSize(100);
    refuses(MemberRules.NameUnusable.class, "/fullName", named("a".repeat(101)));
  }

  @Test
  void theYearFollowsTheDateOfBirth() {
    assertThat(bornOn(LocalDate.of(1980, 5, 1)).checked(TODAY).birthYear()).isEqualTo(1980);
    refuses(
        MemberRules.BirthYearContradictsBirthDate.class,
        "/birthYear",
        born(LocalDate.of(1980, 5, 1), 1981));
  }

  @Test
  void aBirthIsNeededAndPlausible() {
    refuses(MemberRules.BirthMissing.class, "/birthDate", born(null, null));
    refuses(MemberRules.BirthImplausible.class, "/birthDate", born(TODAY.plusDays(1), null));
    refuses(
        MemberRules.BirthImplausible.class, "/birthDate", born(LocalDate.of(1899, 12, 31), null));
    refuses(MemberRules.BirthImplausible.class, "/birthYear", born(null, 2027));
    refuses(MemberRules.BirthImplausible.class, "/birthYear", born(null, 1899));
  }

  @Test
  void theIdentityNumberAgreesWithSexAndYearOfBirth() {
    assertThat(withIdentity("054180001234", Sex.FEMALE, 1980).checked(TODAY).identityNumber())
        .isEqualTo("054180001234");
    refuses(
        MemberRules.IdentityNumberContradictsSex.class,
        "/identityNumber",
        withIdentity("054180001234", Sex.MALE, 1980));
    refuses(
        MemberRules.IdentityNumberContradictsBirthYear.class,
        "/identityNumber",
        withIdentity("054180001234", Sex.FEMALE, 1981));
  }

  @Test
  void anOldNumberAgreesWithAnybody() {
    assertThat(withIdentity("220745890", Sex.FEMALE, 1950).checked(TODAY).identityNumber())
        .isEqualTo("220745890");
  }

  @Test
  void ordinaryMembersAreWomen() {
    assertThatThrownBy(
            () -> withIdentity("054080001234", null, 1980).requireFit(MemberType.ORDINARY))
        .isInstanceOf(MemberRules.OnlyWomenAreOrdinaryMembers.class);
    withIdentity("054080001234", Sex.MALE, 1980).requireFit(MemberType.HONORARY);
    withIdentity("220745890", null, 1980).requireFit(MemberType.ORDINARY);
  }

  @Test
  void phonesAreDigits() {
    assertThat(reached("0905 123.456", null).checked(TODAY).phone()).isEqualTo("0905123456");
    refuses(MemberRules.PhoneUnusable.class, "/phone", reached("call me", null));
  }

  @Test
  void blankTextsAreNone() {
    assertThat(reached(null, "  ").checked(TODAY).religion()).isNull();
    refuses(MemberRules.TextUnusable.class, "/religion", reached(null, "x".repeat(51)));
  }

  @Test
  void aCorrectionNamesFieldsAndNotValues() {
    assertThat(named("Hoa").differences(bornOn(LocalDate.of(1980, 5, 1))))
        .containsExactly("fullName", "birthDate", "birthYear");
  }
}
