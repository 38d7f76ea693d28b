package vn.sen.reporting.training;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a certificate was issued and revoked; whichever is heard of first. Immutable.
 *
 * @param classId null while only its end is known
 * @param person the number of who passed the class
 */
record Certificate(
    @Nullable UUID classId,
    int person,
    @Nullable LocalDate issuedOn,
    @Nullable LocalDate revokedOn) {

  static final Certificate NOTHING = new Certificate(null, ClassPart.NONE, null, null);

  Certificate issued(UUID ofClass, int to, LocalDate on) {
    return new Certificate(ofClass, to, on, revokedOn);
  }

  Certificate revoked(LocalDate on) {
    return new Certificate(classId, person, issuedOn, on);
  }
}
