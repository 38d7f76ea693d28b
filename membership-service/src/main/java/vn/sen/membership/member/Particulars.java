package vn.sen.membership.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.MemberType;
import vn.sen.membership.naming.Names;

/**
 * Who a member is. It stays in this service.
 *
 * @param sex null where nobody stated it; the identity number may tell
 * @param birthDate null where only the year is known
 * @param identityNumber 12 or 9 digits
 * @param externalRef an opaque reference of whoever entered the member
 */
public record Particulars(
    String fullName,
    @Nullable Sex sex,
    @Nullable LocalDate birthDate,
    @Nullable Integer birthYear,
    @Nullable String identityNumber,
    @Nullable String phone,
    @Nullable String ethnicity,
    @Nullable String religion,
    @Nullable String externalRef) {

  /** Of a person whose data was erased. */
  static final Particulars ERASED =
      new Particulars(Standing.NOBODY, null, null, null, null, null, null, null, null);

  public static final int MAX_NAME = 100;
  public static final int MAX_TEXT = 50;
  public static final int MAX_REFERENCE = 100;
  public static final int FIRST_YEAR = 1900;

  private static final int SHOWN_DIGITS = 4;

  /** Lists of branches tell namesakes apart by numbers: Nguyễn Thị Hoa 2. */
  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}'’.\\- ]*");

  private static final Pattern PHONE = Pattern.compile("\\+?\\d{8,15}");

  /**
   * The particulars as they are kept, checked one by one and against each other.
   *
   * @param today in the province's zone
   * @throws vn.sen.chassis.domain.RuleViolation a rule of {@link MemberRules}
   */
  Particulars checked(LocalDate today) {
    var number = identityNumber == null ? null : IdentityNumber.parse(identityNumber);
    var year = checkedBirthYear(today);
    var checked =
        new Particulars(
            name(fullName),
            sex,
            birthDate,
            year,
            number == null ? null : number.digits(),
            phone == null ? null : phone(phone),
            optional(ethnicity, "/ethnicity", MAX_TEXT),
            optional(religion, "/religion", MAX_TEXT),
            optional(externalRef, "/externalRef", MAX_REFERENCE));
    if (number != null) {
      checked.requireAgreement(number);
    }
    return checked;
  }

  private int checkedBirthYear(LocalDate today) {
    if (birthDate != null) {
      if (birthDate.getYear() < FIRST_YEAR || birthDate.isAfter(today)) {
        throw new MemberRules.BirthImplausible("/birthDate");
      }
      if (birthYear != null && birthYear != birthDate.getYear()) {
        throw new MemberRules.BirthYearContradictsBirthDate();
      }
      return birthDate.getYear();
    }
    if (birthYear == null) {
      throw new MemberRules.BirthMissing();
    }
    if (birthYear < FIRST_YEAR || birthYear > today.getYear()) {
      throw new MemberRules.BirthImplausible("/birthYear");
    }
    return birthYear;
  }

  private void requireAgreement(IdentityNumber number) {
    if (sex != null && number.sex() != null && sex != number.sex()) {
      throw new MemberRules.IdentityNumberContradictsSex();
    }
    if (number.birthYear() != null && !number.birthYear().equals(birthYear)) {
      throw new MemberRules.IdentityNumberContradictsBirthYear();
    }
  }

  /**
   * Holds that ordinary members are women, as far as anybody said.
   *
   * @throws MemberRules.OnlyWomenAreOrdinaryMembers otherwise
   */
  void requireFit(MemberType type) {
    var known = sex;
    if (known == null && identityNumber != null) {
      known = new IdentityNumber(identityNumber).sex();
    }
    if (type == MemberType.ORDINARY && known == Sex.MALE) {
      throw new MemberRules.OnlyWomenAreOrdinaryMembers();
    }
  }

  /**
   * Holds that nobody joins before she is born.
   *
   * @throws MemberRules.JoinedBeforeBirth otherwise
   */
  void requireBornBy(LocalDate day, String pointer) {
    boolean unborn =
        birthDate != null
            ? day.isBefore(birthDate)
            : birthYear != null && day.getYear() < birthYear;
    if (unborn) {
      throw new MemberRules.JoinedBeforeBirth(pointer);
    }
  }

  /**
   * The names of the fields in which the other differs: what an event may say about a correction.
   */
  List<String> differences(Particulars other) {
    var fields = new ArrayList<String>();
    compare(fields, "fullName", fullName, other.fullName);
    compare(fields, "sex", sex, other.sex);
    compare(fields, "birthDate", birthDate, other.birthDate);
    compare(fields, "birthYear", birthYear, other.birthYear);
    compare(fields, "identityNumber", identityNumber, other.identityNumber);
    compare(fields, "phone", phone, other.phone);
    compare(fields, "ethnicity", ethnicity, other.ethnicity);
    compare(fields, "religion", religion, other.religion);
    compare(fields, "externalRef", externalRef, other.externalRef);
    return fields;
  }

  private static void compare(
      List<String> fields, String name, @Nullable Object mine, @Nullable Object its) {
    if (!Objects.equals(mine, its)) {
      fields.add(name);
    }
  }

  /** What says who she is, without what only helps or is sensitive. */
  Particulars reduced() {
    return new Particulars(
        fullName, sex, birthDate, birthYear, identityNumber, null, null, null, null);
  }

  /**
   * By what she would be recognised if somebody entered her again: her number, her name with the
   * day of her birth, her name with the year of her birth at this unit. Two records of one woman
   * share at least one of them, as far as both say enough.
   */
  List<String> likenesses(UUID unit) {
    var likenesses = new ArrayList<String>(3);
    if (identityNumber != null) {
      likenesses.add(Member.identityKey(identityNumber));
    }
    var name = Names.key(fullName);
    if (birthDate != null) {
      likenesses.add("born:" + birthDate + "/" + name);
    }
    if (birthYear != null) {
      likenesses.add("born:" + birthYear + "/" + unit + "/" + name);
    }
    return likenesses;
  }

  /** As lists show her: of numbers the last digits, of what is sensitive nothing. */
  Particulars masked() {
    return new Particulars(
        fullName,
        sex,
        birthDate,
        birthYear,
        masked(identityNumber),
        masked(phone),
        null,
        null,
        externalRef);
  }

  private static @Nullable String masked(@Nullable String number) {
    if (number == null) {
      return null;
    }
    int hidden = Math.max(0, number.length() - SHOWN_DIGITS);
    return "*".repeat(hidden) + number.substring(hidden);
  }

  /**
   * A person's name as it is kept.
   *
   * @throws MemberRules.NameUnusable if it is empty, too long or no name
   */
  static String name(String raw) {
    var name = Names.clean(raw);
    if (name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
      throw new MemberRules.NameUnusable(MAX_NAME);
    }
    return name;
  }

  /**
   * A phone number as it is kept: digits, with a plus at most before them.
   *
   * @throws MemberRules.PhoneUnusable if it is none
   */
  static String phone(String raw) {
    var phone = PHONE.matcher(raw).matches() ? raw : raw.replaceAll("[\\s.()\\u00a0-]", "");
    if (!PHONE.matcher(phone).matches()) {
      throw new MemberRules.PhoneUnusable();
    }
    return phone;
  }

  private static @Nullable String optional(@Nullable String raw, String pointer, int max) {
    if (raw == null) {
      return null;
    }
    var text = Names.clean(raw);
    if (text.length() > max || !Names.isPrintable(text)) {
      throw new MemberRules.TextUnusable(pointer, max);
    }
    return text.isEmpty() ? null : text;
  }

  /** Nothing of it may reach a log. */
  @Override
  public String toString() {
    return "Particulars[…]";
  }
}
