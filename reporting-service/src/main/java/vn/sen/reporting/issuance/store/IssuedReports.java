package vn.sen.reporting.issuance.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.reporting.ReportingEvents;
import vn.sen.reporting.issuance.IssuedNumber;
import vn.sen.reporting.issuance.IssuedReport;
import vn.sen.reporting.issuance.IssuedReport.KeptFile;

/**
 * Keeps the issued reports. A number is a natural key, and so is the number that a report
 * supersedes: the write that takes one is the write that issues the report, so numbers have no gap
 * and a report has one successor, whatever happens in between.
 */
public final class IssuedReports {

  private static final AggregateKind<IssuedReport> KIND =
      new AggregateKind<>(
          "issued-report",
          "issued_reports",
          Topic.ISSUED_REPORTS,
          ReportingEvents.SOURCE,
          ReportingEvents.CATALOG,
          IssuedReport.class,
          IssuedReports::index,
          IssuedReports::keys,
          List.of(
              List.of("series", "serial"),
              List.of("number"),
              List.of("supersedes"),
              List.of("files"),
              List.of("order")));

  /** The names of what no two issued reports share, as a refusal tells them. */
  static final String NUMBER = "number";

  static final String SUPERSEDES = "supersedes";

  private final AggregateStore<IssuedReport> store;

  public IssuedReports(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  private static Map<String, ?> index(IssuedReport report) {
    var index = new HashMap<String, Object>();
    index.put("series", report.number().series());
    index.put("serial", report.number().serial());
    index.put(NUMBER, report.number().toString());
    index.put("code", report.number().unit());
    index.put("year", report.number().year());
    index.put("unit", report.unit().id());
    index.put("report", report.report());
    index.put("order", order(report));
    index.put("files", report.files().stream().map(KeptFile::sha256).toList());
    if (report.supersedes() != null) {
      index.put(SUPERSEDES, report.supersedes().toString());
    }
    return index;
  }

  private static List<String> keys(IssuedReport report) {
    var number = NUMBER + ":" + report.number();
    return report.supersedes() == null
        ? List.of(number)
        : List.of(number, SUPERSEDES + ":" + report.supersedes());
  }

  /** Sorts reports by when they were issued, and tells them apart. */
  public static String order(IssuedReport report) {
    return report.issuedAt() + " " + report.number();
  }

  Committed create(UUID id, CommandContext by, Supplier<Decision<IssuedReport>> decide) {
    return store.create(id, by, decide);
  }

  /** Changes what can be changed of a report: whether it is withdrawn. */
  public Committed change(
      UUID id, CommandContext by, Function<IssuedReport, Decision<IssuedReport>> decide) {
    return store.change(id, by, decide);
  }

  /**
   * One report.
   *
   * @throws vn.sen.chassis.store.NotFound if there is none (404)
   */
  public Stored<IssuedReport> get(UUID id) {
    return store.get(id);
  }

  Optional<Stored<IssuedReport>> find(UUID id) {
    return store.find(id);
  }

  /** The report that bears a number. */
  public Optional<Stored<IssuedReport>> find(IssuedNumber number) {
    return first(Filters.eq("ix." + NUMBER, number.toString()));
  }

  /** The report that a file belongs to, by the file's hash. */
  public Optional<Stored<IssuedReport>> withFile(String sha256) {
    return first(Filters.eq("ix.files", sha256));
  }

  /** The report that took another one's place. */
  public Optional<Stored<IssuedReport>> successorOf(IssuedNumber number) {
    return first(Filters.eq("ix." + SUPERSEDES, number.toString()));
  }

  /** The numbers of the reports that took the place of others, by the numbers of those. */
  public Map<IssuedNumber, IssuedNumber> successorsOf(Collection<IssuedNumber> numbers) {
    var texts = numbers.stream().map(IssuedNumber::toString).toList();
    var found =
        store.documents().find(Filters.in("ix." + SUPERSEDES, texts)).into(new ArrayList<>());
    var successors = new HashMap<IssuedNumber, IssuedNumber>();
    for (var stored : store.stored(found)) {
      var earlier = stored.state().supersedes();
      if (earlier != null) {
        successors.put(earlier, stored.state().number());
      }
    }
    return successors;
  }

  private Optional<Stored<IssuedReport>> first(Bson wanted) {
    return Optional.ofNullable(store.documents().find(wanted).first()).map(store::stored);
  }

  /** The last serial number that was given in a series; 0 before the first. */
  int lastSerial(String series) {
    var last =
        store
            .documents()
            .find(Filters.eq("ix.series", series))
            .sort(Sorts.descending("ix.serial"))
            .first();
    return last == null ? 0 : store.stored(last).state().number().serial();
  }

  /**
   * Which reports are listed; null for all.
   *
   * @param units that the reader may see
   * @param unit a code that a unit bears in a number, or a unit's id
   */
  public record Selection(
      @Nullable Set<UUID> units,
      @Nullable String unit,
      @Nullable Integer year,
      @Nullable String report,
      @Nullable IssuedNumber number) {}

  /**
   * Reports, the last one issued first.
   *
   * @param behind where the page before ended ({@link #order}), or null
   */
  public List<Stored<IssuedReport>> list(Selection wanted, @Nullable String behind, int limit) {
    var found =
        store
            .documents()
            .find(filter(wanted, behind))
            .sort(Sorts.descending("ix.order"))
            .limit(limit)
            .into(new ArrayList<>());
    return store.stored(found);
  }

  private static Bson filter(Selection wanted, @Nullable String behind) {
    var filters = new ArrayList<Bson>();
    if (wanted.units() != null) {
      filters.add(Filters.in("ix.unit", wanted.units()));
    }
    if (wanted.unit() != null) {
      filters.add(ofUnit(wanted.unit()));
    }
    if (wanted.year() != null) {
      filters.add(Filters.eq("ix.year", wanted.year()));
    }
    if (wanted.report() != null) {
      filters.add(Filters.eq("ix.report", wanted.report()));
    }
    if (wanted.number() != null) {
      filters.add(Filters.eq("ix." + NUMBER, wanted.number().toString()));
    }
    if (behind != null) {
      filters.add(Filters.lt("ix.order", behind));
    }
    return filters.isEmpty() ? Filters.empty() : Filters.and(filters);
  }

  private static Bson ofUnit(String codeOrId) {
    try {
      return Filters.eq("ix.unit", UUID.fromString(codeOrId));
    } catch (IllegalArgumentException e) {
      return Filters.eq("ix.code", codeOrId);
    }
  }
}
