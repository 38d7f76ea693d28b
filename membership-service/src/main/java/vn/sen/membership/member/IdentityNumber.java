package vn.sen.membership.member;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A citizen's number: 12 digits since 2016 (province of birth registration, century and sex, year
 * of birth, six more), or the 9 digits of the old identity card, which say nothing about their
 * holder.
 */
record IdentityNumber(String digits) {

  private static final Pattern FORM = Pattern.compile("\\d{12}|\\d{9}");

  /** The registration codes of provinces; born abroad from 101 on. */
  private static final Set<Integer> PROVINCES =
      IntStream.of(
              1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35,
              36, 37, 38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68,
              70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96)
          .boxed()
          .collect(Collectors.toUnmodifiableSet());

  private static final int FIRST_FOREIGN = 101;

  /**
   * Reads a number; spaces and dots between the digits are passed over.
   *
   * @throws MemberRules.IdentityNumberUnreadable if it has neither 12 nor 9 digits
   * @throws MemberRules.IdentityNumberOfNoProvince if its first three digits are no province's
   */
  static IdentityNumber parse(String raw) {
    var digits = isForm(raw) ? raw : raw.replaceAll("[\\s.\\u00a0]", "");
    if (!isForm(digits)) {
      throw new MemberRules.IdentityNumberUnreadable();
    }
    var number = new IdentityNumber(digits);
    if (number.isCitizenNumber() && !number.isOfAProvince()) {
      throw new MemberRules.IdentityNumberOfNoProvince();
    }
    return number;
  }

  private static boolean isForm(String text) {
    return FORM.matcher(text).matches();
  }

  private boolean isCitizenNumber() {
    return digits.length() == 12;
  }

  private boolean isOfAProvince() {
    int code = Integer.parseInt(digits, 0, 3, 10);
    return code >= FIRST_FOREIGN || PROVINCES.contains(code);
  }

  /** The sex it states; null for an old number. */
  @Nullable Sex sex() {
    return isCitizenNumber() ? digit(3) % 2 == 0 ? Sex.MALE : Sex.FEMALE : null;
  }

  /** The year of birth it states; null for an old number. */
  @Nullable Integer birthYear() {
    return isCitizenNumber()
        ? 1900 + digit(3) / 2 * 100 + Integer.parseInt(digits, 4, 6, 10)
        : null;
  }

  private int digit(int index) {
    return digits.charAt(index) - '0';
  }

  /** Never the number itself: it must not reach a log. */
  @Override
  public String toString() {
    return "IdentityNumber[" + digits.length() + " digits]";
  }
}
