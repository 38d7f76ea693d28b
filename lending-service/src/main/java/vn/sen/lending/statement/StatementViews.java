package vn.sen.lending.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.ProblemTexts;
import vn.sen.events.lending.ControlTotals;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.events.lending.StatementEvent.Differences;
import vn.sen.lending.loan.Balances;

/** Statements as clients see them. */
@Component
class StatementViews {

  private final ProblemTexts texts;

  StatementViews(ProblemTexts texts) {
    this.texts = texts;
  }

  /**
   * A statement.
   *
   * @param failure the name of the rule that kept it from being compared; null where none did
   * @param upload how it came where the province uploaded it; null where the bank sent it
   * @param lines in the file; 0 until it is here
   * @param done lines that are compared
   * @param equal loans that agree
   * @param refusedAmount what refused lines say is owed, minus what the platform says of those of
   *     their loans that it knows, in đồng; null until all is compared
   * @param stated what the bank announced
   * @param computed what the platform counts for the bank on the day; null until all is compared
   * @param differences by cause; amounts are stated minus known, in đồng
   * @param proposal what waits for somebody's approval, or null
   * @param accepted causes for whose differences the statement's word is taken
   */
  record View(
      UUID id,
      UUID bankId,
      String fileId,
      Announcement.Kind kind,
      LocalDate asOf,
      long sequence,
      @Nullable String supersedes,
      StatementState state,
      @Nullable String failure,
      @Nullable UploadView upload,
      Instant announcedAt,
      long lines,
      long done,
      long equal,
      long opened,
      long refused,
      @Nullable Long refusedAmount,
      ControlTotals stated,
      @Nullable ControlTotals computed,
      List<Differences> differences,
      @Nullable ProposalView proposal,
      List<DifferenceCause> accepted) {}

  /**
   * What the province uploaded.
   *
   * @param author by id
   * @param releasedBy by id; null until somebody else has agreed
   */
  record UploadView(String author, @Nullable String releasedBy) {}

  /**
   * What somebody proposed.
   *
   * @param author by id
   */
  record ProposalView(List<DifferenceCause> causes, String author) {}

  /**
   * A difference.
   *
   * @param line in the file; null where no line names the loan
   * @param number the bank's; for people its last four characters; null where it was forgotten
   *     since
   * @param amount stated minus known, in đồng
   * @param since the first day from which they can differ, or null
   * @param stated null where no line names the loan
   * @param known null where the platform does not know the loan
   * @param acceptance whether the loan was restated, or which rule was against it; null where
   *     nobody asked for it
   */
  record DifferenceView(
      @Nullable Long line,
      UUID loanId,
      @Nullable String number,
      DifferenceCause cause,
      long amount,
      @Nullable LocalDate since,
      @Nullable Balances stated,
      @Nullable Balances known,
      Difference.@Nullable Acceptance acceptance) {}

  /**
   * A refused line.
   *
   * @param field at fault, or "" where it is the line as a whole
   * @param detail what is wrong and what to do
   */
  record RefusalView(long line, String field, String rule, String detail) {}

  View view(StatementFile file, @Nullable Stored<Statement> decided) {
    var announced = file.announcement();
    var counts = file.counts();
    var result = file.result();
    var statement = decided == null ? null : decided.state();
    var proposal = statement == null ? null : statement.proposal();
    return new View(
        file.id(),
        file.bankId(),
        announced.fileId(),
        announced.kind(),
        announced.asOf(),
        announced.sequence(),
        announced.supersedes(),
        file.state(),
        file.failure(),
        upload(file, statement),
        file.announcedAt(),
        file.lines(),
        counts.done(),
        counts.equal(),
        counts.opened(),
        counts.refused(),
        result == null ? null : result.refusedAmount(),
        announced.totals(),
        result == null ? null : result.computed(),
        result == null ? List.of() : result.differences(),
        proposal == null
            ? null
            : new ProposalView(proposal.content().stream().sorted().toList(), proposal.author()),
        statement == null
            ? List.of()
            : statement.accepted().stream().sorted(Comparator.naturalOrder()).toList());
  }

  private static @Nullable UploadView upload(StatementFile file, @Nullable Statement statement) {
    if (!file.byProvince()) {
      return null;
    }
    var upload = statement == null ? null : statement.upload();
    var released = upload == null ? null : upload.released();
    return new UploadView(file.actor(), released == null ? null : released.approver());
  }

  DifferenceView view(Difference d, boolean masked) {
    var number = d.number();
    return new DifferenceView(
        d.line() == 0 ? null : d.line(),
        d.loanId(),
        number == null ? null : masked ? masked(number) : number,
        d.cause(),
        d.amount(),
        d.since(),
        d.stated(),
        d.known(),
        d.acceptance());
  }

  private static String masked(String number) {
    return "…" + number.substring(Math.max(0, number.length() - 4));
  }

  RefusalView view(LineRefusal refusal, Locale locale) {
    return new RefusalView(
        refusal.line(), refusal.field(), refusal.rule(), detail(refusal, locale));
  }

  /** What is wrong with a line. */
  String detail(LineRefusal refusal, Locale locale) {
    return texts.detail(refusal.rule(), locale, refusal.arguments().toArray());
  }
}
