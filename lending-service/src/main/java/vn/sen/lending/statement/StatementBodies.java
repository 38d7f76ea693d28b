package vn.sen.lending.statement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.ControlTotals;

/** How statements are announced. */
final class StatementBodies {

  private static final String FILE_ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
  private static final String SHA256 = "[0-9a-fA-F]{64}";

  private StatementBodies() {}

  /**
   * What a file is about to say.
   *
   * @param fileId the bank's own
   * @param sequence the bank's count of its statements
   * @param sha256 of the file as it is sent
   * @param supersedes the file id of the statement it stands in the place of, or null
   */
  record NewStatement(
      @NotNull @Pattern(regexp = FILE_ID) String fileId,
      Announcement.@NotNull Kind kind,
      @NotNull LocalDate asOf,
      @NotNull @Min(0) @Max(1_000_000_000) Long sequence,
      @NotNull FileFormat format,
      @NotNull @Valid Totals totals,
      @NotNull @Pattern(regexp = SHA256) String sha256,
      @Nullable @Pattern(regexp = FILE_ID) String supersedes) {

    Announcement announcement() {
      return new Announcement(
          fileId,
          kind,
          asOf,
          sequence,
          format,
          totals.kept(),
          sha256.toLowerCase(Locale.ROOT),
          supersedes);
    }
  }

  /**
   * What a workbook is about to say that the province uploads for a bank that cannot send it.
   *
   * @param fileId names the file among the bank's
   * @param sequence of the bank's statements
   * @param sha256 of the workbook
   * @param supersedes the file id of the statement it stands in the place of, or null
   */
  record NewUpload(
      @NotNull UUID bankId,
      @NotNull @Pattern(regexp = FILE_ID) String fileId,
      Announcement.@NotNull Kind kind,
      @NotNull LocalDate asOf,
      @NotNull @Min(0) @Max(1_000_000_000) Long sequence,
      @NotNull @Valid Totals totals,
      @NotNull @Pattern(regexp = SHA256) String sha256,
      @Nullable @Pattern(regexp = FILE_ID) String supersedes) {

    Announcement announcement() {
      return new Announcement(
          fileId,
          kind,
          asOf,
          sequence,
          FileFormat.XLSX,
          totals.kept(),
          sha256.toLowerCase(Locale.ROOT),
          supersedes);
    }
  }

  /**
   * What its lines add up to.
   *
   * @param outstanding principal in term, overdue and frozen, in đồng
   */
  record Totals(
      @NotNull @Min(0) @Max(StatementUpload.MAX_LINES) Long loans,
      @NotNull @Min(0) @Max(StatementUpload.MAX_LINES) Long households,
      @NotNull @Min(0) Long outstanding) {

    ControlTotals kept() {
      return new ControlTotals(loans, households, outstanding);
    }
  }
}
