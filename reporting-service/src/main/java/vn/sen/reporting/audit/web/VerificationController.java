package vn.sen.reporting.audit.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.store.NotFound;
import vn.sen.events.audit.ChainHead;
import vn.sen.reporting.audit.Verification;
import vn.sen.reporting.audit.store.Verifier;

/** Checks the audit trail against the log. */
@RestController
@RequestMapping(VerificationController.PATH)
class VerificationController {

  static final String PATH = "/api/reporting/audit/verifications";

  private static final int MAX_HEADS = 1_000;

  private final Verifier verifier;
  private final Scope scope;

  VerificationController(Verifier verifier, Scope scope) {
    this.verifier = verifier;
    this.scope = scope;
  }

  /** A head that somebody has kept from an earlier verification. */
  record KeptHead(
      @NotBlank @Size(max = 249) String topic,
      @NotBlank @Size(max = 30) String topicId,
      @NotNull @PositiveOrZero Integer partition,
      @NotNull @PositiveOrZero Long next,
      @NotNull @Pattern(regexp = "[0-9a-f]{64}") String hash) {

    ChainHead head() {
      return new ChainHead(topic, topicId, partition, next, hash);
    }
  }

  /**
   * How to verify.
   *
   * @param heads of an earlier verification, kept outside; the chains must pass through them
   */
  record Request(@Nullable @Size(max = MAX_HEADS) List<@NotNull @Valid KeptHead> heads) {}

  @Operation(
      summary = "Kiểm tra nhật ký",
      description =
          "Begins to make the chains of hashes again from the log and to compare. Ask for its state"
              + " until it is no longer RUNNING.")
  @Needs({Role.AUDITOR, Role.ADMINISTRATOR})
  @PostMapping
  ResponseEntity<Verification> verify(
      @Valid @RequestBody(required = false) @Nullable Request request,
      Caller caller,
      OnRecord record) {
    scope.requireTop(caller);
    var kept = request == null || request.heads() == null ? List.<KeptHead>of() : request.heads();
    var begun = verifier.begin(kept.stream().map(KeptHead::head).toList());
    record.does(begun.id());
    return ResponseEntity.accepted().location(URI.create(PATH + "/" + begun.id())).body(begun);
  }

  @Needs({Role.AUDITOR, Role.ADMINISTRATOR})
  @GetMapping("/{id}")
  Verification show(@PathVariable UUID id, Caller caller) {
    scope.requireTop(caller);
    return verifier.find(id).orElseThrow(() -> new NotFound(id));
  }
}
