package vn.sen.training.certificate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import vn.sen.events.training.CertificateRevocation;

/** Whether a certificate is good. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Standing.Valid.class, name = "VALID"),
  @JsonSubTypes.Type(value = Standing.Revoked.class, name = "REVOKED"),
  @JsonSubTypes.Type(value = Standing.Erased.class, name = "ERASED")
})
sealed interface Standing {

  /** As the API names it. */
  enum Status {
    VALID,
    REVOKED,
    /** The name was erased at the person's request. */
    ERASED
  }

  record Valid() implements Standing {}

  record Revoked(CertificateRevocation reason, LocalDate on) implements Standing {}

  record Erased(LocalDate on) implements Standing {}

  default Status status() {
    return switch (this) {
      case Valid _ -> Status.VALID;
      case Revoked _ -> Status.REVOKED;
      case Erased _ -> Status.ERASED;
    };
  }
}
