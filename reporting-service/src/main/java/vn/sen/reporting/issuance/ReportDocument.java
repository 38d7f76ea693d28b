package vn.sen.reporting.issuance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.sen.reporting.reading.ProvinceTime;
import vn.sen.reporting.reading.Unit;

/**
 * What is signed: the figures with all they were made from. It holds units and numbers and no
 * people, so that nobody's erasure touches it.
 *
 * @param type of the document, for ever
 * @param number it was issued under
 * @param report its name in the API
 * @param parameters all of them
 * @param unit it is about
 * @param issuedAt when it was issued, UTC
 * @param supersedes the number of the report whose place it takes, or null
 * @param madeOf the log and the rules
 * @param figures the report itself, as the API shows it
 * @param simulated true where people and figures are made up; null, and not in the document, where
 *     they are not, or where the report was issued before documents told
 */
public record ReportDocument(
    String type,
    IssuedNumber number,
    String title,
    String report,
    SortedMap<String, Object> parameters,
    Unit unit,
    LocalDate asOf,
    LocalDate hierarchy,
    Instant issuedAt,
    @Nullable IssuedNumber supersedes,
    MadeOf madeOf,
    JsonNode figures,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean simulated) {

  /** Version 1 of the document. */
  public static final String TYPE = "vn.sen.issued-report.v1";

  /**
   * The log and the rules that figures come from.
   *
   * @param complete whether all of the log up to the cut could be counted
   */
  public record MadeOf(Cut log, boolean complete, String orgMap, RuleVersion rules) {}

  /** Whether people and figures are known to be made up. */
  public boolean madeUp() {
    return Boolean.TRUE.equals(simulated);
  }

  /** The day it is issued, in the province. */
  public LocalDate issuedOn() {
    return LocalDate.ofInstant(issuedAt, ProvinceTime.ZONE);
  }

  /** The canonical bytes. */
  public byte[] bytes() {
    return CanonicalJson.bytes(CanonicalJson.tree(this));
  }

  /** The same document of an issued report with figures that were made again. */
  public static ReportDocument of(IssuedReport issued, boolean complete, JsonNode figures) {
    return new ReportDocument(
        TYPE,
        issued.number(),
        issued.title(),
        issued.report(),
        issued.parameters(),
        issued.unit(),
        issued.asOf(),
        issued.hierarchy(),
        issued.issuedAt(),
        issued.supersedes(),
        new MadeOf(issued.cut(), complete, issued.orgMap(), issued.rules()),
        figures,
        issued.simulated());
  }
}
