package vn.sen.training.certificate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.OpenPath;
import vn.sen.events.training.CertificateRevocation;

/**
 * Whoever holds a certificate finds out whether it is good. She types its code, and learns what
 * stands on the paper but for the name; whether the name is right she learns if she types it. The
 * code is asked for in a body, so that it stands in no log of addresses.
 */
@RestController
@RequestMapping(CertificateCheckController.PATH)
class CertificateCheckController {

  static final String PATH = "/api/training/certificate-checks";

  private final Certificates certificates;

  CertificateCheckController(Certificates certificates) {
    this.certificates = certificates;
  }

  @Bean
  static OpenPath certificateChecks() {
    return new OpenPath(
        PATH, "Whoever is shown a certificate may ask whether it is good; the gateway counts her");
  }

  /**
   * What is asked.
   *
   * @param code as on the paper, in groups or not
   * @param name as on the paper; null where only the paper is checked
   */
  record CertificateQuestion(
      @NotBlank @Size(max = 40) String code, @Nullable @Size(max = 100) String name) {}

  /**
   * Whether a certificate is good.
   *
   * @param paper what stands on it beside the name; absent once it was erased
   * @param nameMatches absent where no name was asked for
   * @param revokedOn absent unless it was revoked
   */
  record CertificateAnswer(
      Standing.Status status,
      @Nullable Paper paper,
      @Nullable Boolean nameMatches,
      @Nullable CertificateRevocation revokedFor,
      @Nullable LocalDate revokedOn) {

    static CertificateAnswer of(Certificate certificate, @Nullable String name) {
      var matches = name == null ? null : certificate.isOf(name);
      return switch (certificate.standing()) {
        case Standing.Valid _ ->
            new CertificateAnswer(Standing.Status.VALID, certificate.paper(), matches, null, null);
        case Standing.Revoked(var reason, var on) ->
            new CertificateAnswer(
                Standing.Status.REVOKED, certificate.paper(), matches, reason, on);
        case Standing.Erased _ ->
            new CertificateAnswer(Standing.Status.ERASED, null, null, null, null);
      };
    }
  }

  /** Whether a certificate is good; asked without a token. */
  @PostMapping
  ResponseEntity<CertificateAnswer> check(@Valid @RequestBody CertificateQuestion body) {
    var certificate =
        VerificationCode.parse(body.code())
            .flatMap(certificates::bearing)
            .orElseThrow(CertificateRules.NoSuchCertificate::new);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(CertificateAnswer.of(certificate, body.name()));
  }
}
