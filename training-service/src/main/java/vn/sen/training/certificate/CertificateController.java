package vn.sen.training.certificate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.events.training.CertificateRevocation;
import vn.sen.training.trainingclass.Classes;
import vn.sen.training.trainingclass.TrainingClass;

/** Certificates over HTTP, for those who issue them. */
@RestController
@RequestMapping(CertificateController.PATH)
class CertificateController {

  static final String PATH = "/api/training/certificates";

  private final Certificates certificates;
  private final Issuing issuing;
  private final Classes classes;
  private final Scope scope;
  private final Clock clock;

  CertificateController(
      Certificates certificates, Issuing issuing, Classes classes, Scope scope, Clock clock) {
    this.certificates = certificates;
    this.issuing = issuing;
    this.classes = classes;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * A certificate to issue.
   *
   * @param name as it shall stand on the paper; null only for a participant whom training knows by
   *     name
   * @param on the day on the paper
   */
  record NewCertificate(
      @NotNull UUID classId,
      @NotNull UUID personId,
      @Nullable @Size(min = 1, max = 100) @Pattern(regexp = "[\\p{L}\\p{M} .'’-]+") String name,
      @NotNull LocalDate on) {}

  record Revocation(@NotNull CertificateRevocation reason) {}

  /**
   * A certificate.
   *
   * @param name absent once it was erased
   * @param code as printed; absent once it was erased
   */
  record CertificateView(
      UUID id,
      long version,
      UUID classId,
      UUID personId,
      Paper paper,
      @Nullable String name,
      @Nullable String code,
      Standing.Status status,
      @Nullable CertificateRevocation revokedFor) {

    static CertificateView of(Stored<Certificate> stored) {
      var certificate = stored.state();
      return new CertificateView(
          stored.id(),
          stored.version(),
          certificate.classId(),
          certificate.personId(),
          certificate.paper(),
          certificate.name(),
          certificate.code() == null ? null : new VerificationCode(certificate.code()).printed(),
          certificate.standing().status(),
          certificate.standing() instanceof Standing.Revoked revoked ? revoked.reason() : null);
    }
  }

  @Needs(Role.OFFICER)
  @PostMapping
  ResponseEntity<Done> issue(@Valid @RequestBody NewCertificate body, CommandContext by) {
    var today = LocalDate.now(clock);
    var on = DateOutOfRange.checked("/on", body.on());
    var taught =
        classes.find(body.classId()).orElseThrow(CertificateRules.ClassUnknown::new).state();
    require(by.sender(), taught, "/classId");
    return CommandAnswers.created(
        certificates.issue(
            by,
            (code, hash) ->
                issuing.decide(
                    taught,
                    body.classId(),
                    body.personId(),
                    plain(body.name()),
                    on,
                    today,
                    code,
                    hash)),
        PATH);
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/revocation")
  ResponseEntity<Done> revoke(
      @PathVariable UUID id, @Valid @RequestBody Revocation body, CommandContext by) {
    var today = LocalDate.now(clock);
    return CommandAnswers.changed(
        certificates.change(
            id, by, certificate -> inScope(by.sender(), certificate).revoke(body.reason(), today)));
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<CertificateView> get(@PathVariable UUID id, Caller reader, OnRecord record) {
    var stored = certificates.get(id);
    inScope(reader, stored.state());
    record.shows(stored.state().personId());
    return ResponseEntity.ok()
        .eTag(Long.toString(stored.version()))
        .body(CertificateView.of(stored));
  }

  /** The certificates of a class. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  ResponseEntity<Page<CertificateView>> list(
      @RequestParam UUID classId,
      @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader,
      OnRecord record) {
    require(reader, classes.get(classId).state(), "");
    var found = certificates.list(classId, Cursor.parseId(cursor), limit + 1);
    var page = found.stream().limit(limit).toList();
    record.shows(page.stream().map(stored -> stored.state().personId()).toList());
    var next = found.size() > limit ? Cursor.of(page.getLast().id().toString()) : null;
    return Page.of(page.stream().map(CertificateView::of).toList(), next);
  }

  /** The certificate to print. */
  @Needs({Role.OFFICER, Role.APPROVER})
  @GetMapping(path = "/{id}/paper.pdf", produces = Press.PDF)
  ResponseEntity<byte[]> print(@PathVariable UUID id, Caller reader, OnRecord record) {
    var certificate = certificates.get(id).state();
    inScope(reader, certificate);
    if (!(certificate.standing() instanceof Standing.Valid)
        || certificate.name() == null
        || certificate.code() == null) {
      throw new CertificateRules.NotValidAnyMore();
    }
    record.shows(certificate.personId());
    var paper =
        Press.print(
            certificate.paper(), certificate.name(), new VerificationCode(certificate.code()));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(id + ".pdf").build().toString())
        .body(paper);
  }

  private Certificate inScope(Caller caller, Certificate certificate) {
    require(caller, classes.get(certificate.classId()).state(), "");
    return certificate;
  }

  private void require(Caller caller, TrainingClass taught, String pointer) {
    var outline = taught.outline();
    scope.require(caller, outline.plan().unitId(), outline.via(), outline.begin(), pointer);
  }

  private static @Nullable String plain(@Nullable String name) {
    return name == null
        ? null
        : Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
  }
}
