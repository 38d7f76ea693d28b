package vn.sen.reporting.issuance.store;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.reporting.books.log.LogNotKept;
import vn.sen.reporting.books.log.PastBooks;
import vn.sen.reporting.issuance.CanonicalJson;
import vn.sen.reporting.issuance.Differences;
import vn.sen.reporting.issuance.Differences.Difference;
import vn.sen.reporting.issuance.FileNotKept;
import vn.sen.reporting.issuance.IssuedReport;
import vn.sen.reporting.issuance.Parameters;
import vn.sen.reporting.issuance.ReportDocument;
import vn.sen.reporting.issuance.Reports;
import vn.sen.reporting.issuance.RuleVersion;
import vn.sen.reporting.issuance.sign.ReportSigner;
import vn.sen.reporting.issuance.store.Verification.Outcome;

/** Makes issued reports again from the log, and compares. */
public final class Verifier {

  /** So many differences show what has happened. */
  private static final int SHOWN = 100;

  private final Reports reports;
  private final PastBooks past;
  private final ReportSigner signer;
  private final KeptDocuments documents;

  public Verifier(Reports reports, PastBooks past, ReportSigner signer, KeptDocuments documents) {
    this.reports = reports;
    this.past = past;
    this.signer = signer;
    this.documents = documents;
  }

  /**
   * Makes a report again from the log up to where it was cut.
   *
   * @throws FileNotKept if the document is gone
   * @throws RuleViolation if the log cannot be read for now (503)
   */
  public Verification verify(IssuedReport issued) {
    var file = issued.file("json");
    var bytes = documents.find(file.sha256()).orElseThrow(() -> new FileNotKept("json"));
    var signature = signer.check(issued.signature(), bytes);
    boolean kept = KeptDocuments.sha256(bytes).equals(file.sha256());
    try {
      var again = again(issued);
      if (Arrays.equals(bytes, again)) {
        return found(issued, signature, kept, Outcome.SAME_BYTES, null, List.of());
      }
      var differences = Differences.between(CanonicalJson.read(bytes), CanonicalJson.read(again));
      boolean more = !differences.isEmpty() && differences.stream().allMatch(Difference::more);
      return found(
          issued,
          signature,
          kept,
          more ? Outcome.SAME_FIGURES : Outcome.DIFFERENT,
          null,
          differences.stream().limit(SHOWN).toList());
    } catch (LogNotKept e) {
      return found(issued, signature, kept, Outcome.LOG_GONE, null, List.of());
    } catch (RuleViolation refusal) {
      if (refusal.passes()) {
        throw refusal;
      }
      return found(issued, signature, kept, Outcome.REFUSED, refusal.rule(), List.of());
    }
  }

  private byte[] again(IssuedReport issued) {
    var question = reports.ask(issued.report(), new Parameters(issued.parameters()));
    var books = past.afresh(issued.cut().position());
    var figures = question.figures(books.books());
    return ReportDocument.of(issued, books.complete(), CanonicalJson.tree(figures.report()))
        .bytes();
  }

  private Verification found(
      IssuedReport issued,
      ReportSigner.Check signature,
      boolean kept,
      Outcome outcome,
      @Nullable String refusedBy,
      List<Difference> differences) {
    return new Verification(
        issued.number(),
        signature,
        kept,
        outcome,
        refusedBy,
        issued.rules(),
        RuleVersion.present(past.rules()),
        differences);
  }
}
