package vn.sen.reporting.warning.store;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.job.Claim;
import vn.sen.chassis.job.Jobs;
import vn.sen.chassis.org.OrgMap;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.warning.Rule;
import vn.sen.reporting.warning.WarningQuery;
import vn.sen.reporting.warning.WarningReport.RuleFindings;
import vn.sen.reporting.warning.WarningReports;

/**
 * Compares all rules with all units, once a day and whenever somebody asks, on whichever instance
 * takes it. What two instances tell of the same at once is told once, because it is decided against
 * what was told last.
 */
public final class Evaluations implements Jobs {

  private static final Duration KEPT_FOR = Duration.ofDays(400);

  /**
   * When an evaluation is due.
   *
   * @param at from then on each day has one, in the province's time
   * @param settle so long after its start an instance asks for none, so that it serves first
   */
  public record Timetable(LocalTime at, Duration settle) {}

  private final EvaluationDocuments documents;
  private final WarningReports reports;
  private final RuleBook rules;
  private final Announcer announcer;
  private final Supplier<OrgMap> map;
  private final BooleanSupplier ready;
  private final Timetable timetable;
  private final Clock clock;
  private final long startedAt = System.nanoTime();
  private @Nullable LocalDate requestedFor;

  /**
   * @param map the units as known now
   * @param ready whether all figures are in
   * @param clock of the province
   */
  public Evaluations(
      MongoDatabase database,
      WarningReports reports,
      RuleBook rules,
      WarningBook book,
      Supplier<OrgMap> map,
      BooleanSupplier ready,
      Timetable timetable,
      Clock clock) {
    this.documents = new EvaluationDocuments(database);
    this.reports = reports;
    this.rules = rules;
    this.announcer = new Announcer(book);
    this.map = map;
    this.ready = ready;
    this.timetable = timetable;
    this.clock = clock;
  }

  /** Asks for an evaluation of today's figures; the same id asks for the same one. */
  public Evaluation request(UUID id) {
    documents.request(id, LocalDate.now(clock), Instant.now(clock));
    return documents.find(id).orElseThrow();
  }

  /** An evaluation; empty where there was none, or it was long ago. */
  public Optional<Evaluation> find(UUID id) {
    return documents.find(id);
  }

  /** While figures are still loaded there is nothing to compare. */
  @Override
  public List<Claim> waiting() {
    return ready.getAsBoolean() ? documents.waiting() : List.of();
  }

  @Override
  public boolean claim(Claim seen, String owner) {
    return documents.claim(seen, owner);
  }

  @Override
  public void work(UUID id, String owner) {
    var evaluation = documents.find(id).orElse(null);
    if (evaluation == null) {
      return;
    }
    var day = evaluation.asOf();
    var known = rules.rules();
    var found = found(id, owner, day, known);
    if (found.isPresent()) {
      announcer
          .announce(id, day, inForce(known, day), found.get(), () -> documents.beat(id, owner))
          .ifPresent(told -> documents.done(id, owner, told, Instant.now(clock)));
    }
  }

  /** What the rules say of all units, or empty where another instance has taken over. */
  private Optional<List<RuleFindings>> found(
      UUID id, String owner, LocalDate day, List<Rule> known) {
    var reading = reports.read();
    var found = new ArrayList<RuleFindings>();
    for (var top : map.get().unitsAt(day, UnitLevel.PROVINCE)) {
      for (var rule : inForce(known, day)) {
        if (!documents.beat(id, owner)) {
          return Optional.empty();
        }
        var query = new WarningQuery(top.id().toString(), day, day, rule);
        found.addAll(reading.report(query, known).rules());
      }
    }
    return Optional.of(found);
  }

  private static Set<String> inForce(List<Rule> rules, LocalDate day) {
    return rules.stream()
        .filter(rule -> rule.on(day).isPresent())
        .map(Rule::code)
        .collect(Collectors.toSet());
  }

  @Override
  public void giveUp(UUID id) {
    documents.failed(id, Instant.now(clock));
  }

  /** Asks for the day's evaluation when its time has come, whichever instance notices first. */
  @Override
  public void tidy() {
    var today = LocalDate.now(clock);
    boolean settled = System.nanoTime() - startedAt > timetable.settle().toNanos();
    if (!settled || today.equals(requestedFor) || LocalTime.now(clock).isBefore(timetable.at())) {
      return;
    }
    request(CommandContext.derive("warning-evaluation", today.toString()));
    documents.forgetBefore(Instant.now(clock).minus(KEPT_FOR));
    requestedFor = today;
  }
}
