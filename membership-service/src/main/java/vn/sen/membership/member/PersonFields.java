package vn.sen.membership.member;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The particulars as fields of a request body. */
interface PersonFields {

  String fullName();

  @Nullable Sex sex();

  @Nullable LocalDate birthDate();

  @Nullable Integer birthYear();

  @Nullable String identityNumber();

  @Nullable String phone();

  @Nullable String ethnicity();

  @Nullable String religion();

  @Nullable String externalRef();

  default Particulars particulars() {
    return new Particulars(
        fullName(),
        sex(),
        birthDate(),
        birthYear(),
        blankAsNull(identityNumber()),
        blankAsNull(phone()),
        ethnicity(),
        religion(),
        externalRef());
  }

  private static @Nullable String blankAsNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
