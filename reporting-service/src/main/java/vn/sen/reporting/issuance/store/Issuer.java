package vn.sen.reporting.issuance.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.store.ConcurrentChange;
import vn.sen.chassis.store.NaturalKeyTaken;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.books.log.PastBooks;
import vn.sen.reporting.issuance.AlreadySuperseded;
import vn.sen.reporting.issuance.CanonicalJson;
import vn.sen.reporting.issuance.Cut;
import vn.sen.reporting.issuance.DayNotOver;
import vn.sen.reporting.issuance.IssuableReport.Figures;
import vn.sen.reporting.issuance.IssuedNumber;
import vn.sen.reporting.issuance.IssuedReport;
import vn.sen.reporting.issuance.IssuedReport.KeptFile;
import vn.sen.reporting.issuance.IssuedReport.Predecessor;
import vn.sen.reporting.issuance.NotIssued;
import vn.sen.reporting.issuance.Parameters;
import vn.sen.reporting.issuance.Printer;
import vn.sen.reporting.issuance.ReportDocument;
import vn.sen.reporting.issuance.Reports;
import vn.sen.reporting.issuance.RuleVersion;
import vn.sen.reporting.issuance.sign.ReportSigner;
import vn.sen.reporting.reading.ProvinceTime;

/**
 * Issues reports: cuts the log where it ends, folds the books from what lies before the cut, makes
 * the report, gives it the next number, signs it and keeps it.
 */
public final class Issuer {

  private static final int MAX_ATTEMPTS = 20;

  private final Reports reports;
  private final PastBooks past;
  private final Books present;
  private final ReportSigner signer;
  private final List<Printer> printers;
  private final KeptDocuments documents;
  private final IssuedReports issued;
  private final Clock clock;
  private final boolean simulated;

  /**
   * @param present tells the unit that is meant before anything is folded
   * @param clock of the province
   * @param simulated whether the figures of this instance are made up
   */
  public Issuer(
      Reports reports,
      PastBooks past,
      Books present,
      ReportSigner signer,
      List<Printer> printers,
      KeptDocuments documents,
      IssuedReports issued,
      Clock clock,
      boolean simulated) {
    this.reports = reports;
    this.past = past;
    this.present = present;
    this.signer = signer;
    this.printers = List.copyOf(printers);
    this.documents = documents;
    this.issued = issued;
    this.clock = clock;
    this.simulated = simulated;
  }

  /**
   * What is to be issued.
   *
   * @param parameters texts, and lists of texts
   * @param supersedes the number of the report whose place it takes, or null
   * @param reason for the office, or null
   */
  public record Request(
      String report,
      Map<String, ?> parameters,
      String title,
      @Nullable IssuedNumber supersedes,
      @Nullable String reason) {}

  /** Says whether the approver may issue figures of a unit on a day, or throws. */
  @FunctionalInterface
  public interface Permission {
    void require(UUID unit, LocalDate day);
  }

  /** Refused because an earlier attempt of the same command has done it. */
  private static final class DoneAlready extends RuleViolation {
    DoneAlready() {
      super("");
    }
  }

  /**
   * Issues a report. A request sent again finds what the first one issued.
   *
   * @throws RuleViolation naming the field that cannot be used
   */
  public Committed issue(CommandContext by, Request request, Permission permission) {
    var parameters = new Parameters(request.parameters());
    var question = reports.ask(request.report(), parameters);
    var resolved = parameters.resolved();
    var last = Collections.max(question.days());
    if (last.isAfter(LocalDate.now(clock))) {
      throw new DayNotOver(last, LocalDate.now(clock));
    }
    var unit = aboutParameters(() -> question.unit(present));
    question.days().forEach(day -> permission.require(unit, day));
    if (issued.find(by.newId()).isPresent()) {
      return repeated(by);
    }
    var predecessor = predecessor(request);
    if (predecessor != null) {
      predecessor.report().requireSameSubject(request.report(), unit);
    }
    var cut = past.now();
    var books = past.past(cut);
    var figures = aboutParameters(() -> question.figures(books.books()));
    if (!figures.unit().id().equals(unit)) {
      // the map has moved on since the permission was asked for
      throw new ConcurrentChange();
    }
    var draft =
        new Draft(
            request,
            resolved,
            question.asOf(),
            new TreeSet<>(question.days()),
            figures,
            Cut.at(cut),
            books.complete(),
            Instant.now(clock).truncatedTo(ChronoUnit.SECONDS),
            predecessor);
    return numbered(by, draft);
  }

  private Committed repeated(CommandContext by) {
    return issued.create(
        by.newId(),
        by,
        () -> {
          throw new DoneAlready();
        });
  }

  /** What reports call a parameter of theirs is a field of the command here. */
  private static <T> T aboutParameters(Supplier<T> read) {
    try {
      return read.get();
    } catch (RuleViolation violation) {
      throw violation.pointer().startsWith("?")
          ? violation.at(Parameters.pointer(violation.pointer()))
          : violation;
    }
  }

  private @Nullable Predecessor predecessor(Request request) {
    var number = request.supersedes();
    if (number == null) {
      return null;
    }
    var found = issued.find(number).orElseThrow(() -> new NotIssued("/supersedes"));
    issued
        .successorOf(number)
        .ifPresent(
            successor -> {
              throw new AlreadySuperseded("/supersedes", successor.state().number().toString());
            });
    return new Predecessor(found.id(), found.state());
  }

  /** Everything but the number and what depends on it. */
  private record Draft(
      Request request,
      SortedMap<String, Object> parameters,
      LocalDate asOf,
      SortedSet<LocalDate> days,
      Figures figures,
      Cut cut,
      boolean complete,
      Instant at,
      @Nullable Predecessor predecessor) {

    int year() {
      return at.atZone(ProvinceTime.ZONE).getYear();
    }
  }

  private Committed numbered(CommandContext by, Draft draft) {
    var code = draft.figures().unit().code();
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      int last = issued.lastSerial(code + "/" + draft.year());
      var number = new IssuedNumber(code, draft.year(), last + 1);
      try {
        return issued.create(by.newId(), by, () -> decide(by, draft, number));
      } catch (NaturalKeyTaken taken) {
        if (!taken.pointer().equals("/" + IssuedReports.NUMBER)) {
          // somebody was faster with the same predecessor
          throw new AlreadySuperseded("/supersedes", successor(draft));
        }
      }
    }
    throw new ConcurrentChange();
  }

  private String successor(Draft draft) {
    var number = draft.request().supersedes();
    return number == null
        ? ""
        : issued.successorOf(number).map(s -> s.state().number().toString()).orElse("");
  }

  private Decision<IssuedReport> decide(CommandContext by, Draft draft, IssuedNumber number) {
    var document = document(draft, number);
    var bytes = document.bytes();
    var signature = signer.sign(bytes);
    var files = new ArrayList<KeptFile>();
    files.add(kept("json", "application/json", bytes));
    files.add(kept("jws", "application/jose", ReportSigner.compact(signature, bytes)));
    for (var printer : printers) {
      for (var print : printer.print(document, draft.figures().report())) {
        files.add(kept(print.format(), print.mediaType(), print.bytes()));
      }
    }
    return IssuedReport.issue(
        new IssuedReport(
            number,
            document.title(),
            document.report(),
            document.parameters(),
            document.unit(),
            document.asOf(),
            document.hierarchy(),
            draft.days(),
            draft.cut(),
            draft.figures().orgMap(),
            document.madeOf().rules(),
            document.issuedAt(),
            by.actor(),
            draft.request().reason(),
            signature,
            files,
            document.supersedes(),
            null,
            document.simulated()),
        draft.predecessor());
  }

  private ReportDocument document(Draft draft, IssuedNumber number) {
    var figures = draft.figures();
    return new ReportDocument(
        ReportDocument.TYPE,
        number,
        draft.request().title(),
        draft.request().report(),
        draft.parameters(),
        figures.unit(),
        draft.asOf(),
        figures.hierarchy(),
        draft.at(),
        draft.request().supersedes(),
        new ReportDocument.MadeOf(
            draft.cut(), draft.complete(), figures.orgMap(), RuleVersion.present(past.rules())),
        CanonicalJson.tree(figures.report()),
        simulated ? true : null);
  }

  private KeptFile kept(String format, String mediaType, byte[] bytes) {
    return new KeptFile(format, mediaType, documents.keep(bytes), bytes.length);
  }
}
