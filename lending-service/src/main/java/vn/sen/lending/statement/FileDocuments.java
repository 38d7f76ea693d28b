package vn.sen.lending.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.events.lending.ControlTotals;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.events.lending.StatementEvent.Differences;
import vn.sen.lending.statement.Announcement.Kind;
import vn.sen.lending.statement.StatementFile.Task;

/** How {@link StatementFiles} writes statements down. */
@Component
class FileDocuments {

  static final String BANK = "bank";
  static final String BY_PROVINCE = "byProvince";
  static final String FAILURE = "failure";
  static final String ANNOUNCED_AT = "announcedAt";
  static final String RESULT = "result";

  private static final String COUNTS = "counts";
  private static final String LOANS = "loans";
  private static final String AMOUNT = "amount";

  static Document announced(
      UUID id, UUID bank, boolean byProvince, Announcement announcement, String actor) {
    return new Document("_id", id)
        .append(BANK, bank)
        .append(BY_PROVINCE, byProvince)
        .append("announcement", document(announcement))
        .append("state", StatementState.ANNOUNCED.name())
        .append("task", Task.NOTHING.name())
        .append("lines", 0L)
        .append("chunks", 0)
        .append("doneChunks", 0)
        .append("beat", 0L)
        .append(ANNOUNCED_AT, Date.from(Instant.now()))
        .append("actor", actor);
  }

  private static Document document(Announcement a) {
    return new Document("fileId", a.fileId())
        .append("kind", a.kind().name())
        .append("asOf", a.asOf().toString())
        .append("sequence", a.sequence())
        .append("format", a.format().name())
        .append("totals", document(a.totals()))
        .append("sha256", a.sha256())
        .append("supersedes", a.supersedes());
  }

  private static Announcement announcement(Document d) {
    return new Announcement(
        d.getString("fileId"),
        Kind.valueOf(d.getString("kind")),
        LocalDate.parse(d.getString("asOf")),
        d.getLong("sequence"),
        FileFormat.valueOf(d.getString("format")),
        totals(d.get("totals", Document.class)),
        d.getString("sha256"),
        d.getString("supersedes"));
  }

  private static Document document(ControlTotals totals) {
    return new Document(LOANS, totals.loans())
        .append("households", totals.households())
        .append("outstanding", totals.outstanding());
  }

  private static ControlTotals totals(Document d) {
    return new ControlTotals(d.getLong(LOANS), d.getLong("households"), d.getLong("outstanding"));
  }

  /** What counting these adds, for {@code $inc}. */
  static Document increments(Counts counts) {
    var increments =
        new Document(COUNTS + ".done", counts.done())
            .append(COUNTS + ".equal", counts.equal())
            .append(COUNTS + ".opened", counts.opened())
            .append(COUNTS + ".refused", counts.refused())
            .append(COUNTS + ".taken", counts.taken())
            .append(COUNTS + ".known", counts.known())
            .append(COUNTS + ".owing", counts.owing());
    counts
        .differences()
        .forEach(
            (cause, sum) ->
                increments
                    .append(COUNTS + ".causes." + cause + "." + LOANS, sum.loans())
                    .append(COUNTS + ".causes." + cause + "." + AMOUNT, sum.amount()));
    return increments;
  }

  private static Counts counts(@Nullable Document d) {
    if (d == null) {
      return Counts.NONE;
    }
    var causes = new EnumMap<DifferenceCause, Counts.Sum>(DifferenceCause.class);
    var sums = d.get("causes", new Document());
    sums.forEach(
        (cause, sum) ->
            causes.put(
                DifferenceCause.valueOf(cause),
                new Counts.Sum(((Document) sum).getLong(LOANS), ((Document) sum).getLong(AMOUNT))));
    return new Counts(
        d.getLong("done"),
        d.getLong("equal"),
        d.getLong("opened"),
        d.getLong("refused"),
        d.getLong("taken"),
        d.getLong("known"),
        d.getLong("owing"),
        causes);
  }

  static Document document(Reconciliation result) {
    return new Document("stated", document(result.stated()))
        .append("computed", document(result.computed()))
        .append("equal", result.equal())
        .append("opened", result.opened())
        .append("refused", result.refused())
        .append("refusedAmount", result.refusedAmount())
        .append(
            "differences",
            result.differences().stream()
                .map(
                    sum ->
                        new Document("cause", sum.cause().name())
                            .append(LOANS, sum.loans())
                            .append(AMOUNT, sum.amount()))
                .toList());
  }

  private static @Nullable Reconciliation result(@Nullable Document d) {
    if (d == null) {
      return null;
    }
    List<Differences> differences =
        d.getList("differences", Document.class).stream()
            .map(
                sum ->
                    new Differences(
                        DifferenceCause.valueOf(sum.getString("cause")),
                        sum.getLong(LOANS),
                        sum.getLong(AMOUNT)))
            .toList();
    return new Reconciliation(
        totals(d.get("stated", Document.class)),
        totals(d.get("computed", Document.class)),
        d.getLong("equal"),
        d.getLong("opened"),
        d.getLong("refused"),
        d.getLong("refusedAmount"),
        differences);
  }

  static StatementFile read(Document d) {
    return new StatementFile(
        d.get("_id", UUID.class),
        d.get(BANK, UUID.class),
        d.getBoolean(BY_PROVINCE, false),
        announcement(d.get("announcement", Document.class)),
        StatementState.valueOf(d.getString("state")),
        d.get("attempt", UUID.class),
        d.getLong("lines"),
        d.getInteger("chunks"),
        d.getInteger("doneChunks"),
        counts(d.get(COUNTS, Document.class)),
        result(d.get(RESULT, Document.class)),
        d.getString(FAILURE),
        Task.valueOf(d.getString("task")),
        d.getDate(ANNOUNCED_AT).toInstant(),
        d.getString("actor"));
  }
}
