package vn.sen.local.demo;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import vn.sen.local.demo.dataset.lending.Bank;
import vn.sen.local.demo.dataset.lending.StatementFile;
import vn.sen.local.demo.dataset.lending.StatementLine;

/** Every bank announces a statement, sends its file and waits until it has been compared. */
final class StatementStep {

  private static final String STATEMENTS = "/api/partners/statements";
  private static final Duration POLL = Duration.ofMillis(150);
  private static final int REFUSALS_SHOWN = 5;

  private final LoadContext context;
  private final Function<Bank, Api> doors;
  private final Kind kind;
  private final Map<String, Long> done = new ConcurrentHashMap<>();

  /** What the API calls the two kinds, and what they are for. */
  enum Kind {
    OPENING,
    PERIODIC
  }

  /**
   * @param doors the platform, asked by a bank
   */
  StatementStep(LoadContext context, Function<Bank, Api> doors, Kind kind) {
    this.context = context;
    this.doors = doors;
    this.kind = kind;
  }

  /** The statements as they are after the comparison, by the bank's code. */
  Map<String, StatementAnswer> run(String name) {
    var banks = context.lending().targets().banks();
    var lines = banks.stream().mapToLong(bank -> lines(bank).size()).sum();
    context.progress().begin(name, lines);
    Map<String, StatementAnswer> compared = new ConcurrentHashMap<>();
    context
        .workers()
        .forEach(
            banks, context.progress(), bank -> compared.put(bank.code(), send(bank, lines(bank))));
    context.progress().end();
    return compared;
  }

  private List<StatementLine> lines(Bank bank) {
    return kind == Kind.OPENING
        ? context.lending().openingLines(bank)
        : context.lending().statementLines(bank);
  }

  private StatementAnswer send(Bank bank, List<StatementLine> lines) {
    var api = doors.apply(bank);
    var file = new StatementFile(bank.format(), lines);
    var description = file.description();
    var statement = announce(api, bank, lines, description.sha256());
    if (statement.state().equals("ANNOUNCED")) {
      api.put(
          STATEMENTS + "/" + statement.id() + "/lines",
          bank.format() == Bank.Format.CSV
              ? Map.of("Content-Type", "text/csv")
              : Map.of("Content-Type", "application/x-ndjson", "Content-Encoding", "gzip"),
          file,
          description.length());
    }
    return await(api, bank, statement.id());
  }

  private StatementAnswer announce(Api api, Bank bank, List<StatementLine> lines, String sha256) {
    var targets = context.lending().targets();
    var asOf = kind == Kind.OPENING ? targets.openingDate() : targets.statementDate();
    var borrowers = new HashSet<String>();
    lines.forEach(line -> borrowers.add(line.identity()));
    var fileId = "%s-%s-1".formatted(bank.code(), asOf.toString().replace("-", ""));
    var body =
        Map.of(
            "fileId",
            fileId,
            "kind",
            kind.name(),
            "asOf",
            asOf.toString(),
            "sequence",
            asOf.getMonthValue(),
            "format",
            bank.format().name(),
            "totals",
            Map.of(
                "loans",
                lines.size(),
                "households",
                borrowers.size(),
                "outstanding",
                lines.stream().mapToLong(line -> line.balance().outstanding()).sum()),
            "sha256",
            sha256);
    return new StatementAnswer(api.post(STATEMENTS, context.key("statement", fileId), body).body());
  }

  private StatementAnswer await(Api api, Bank bank, String id) {
    while (true) {
      var statement = new StatementAnswer(api.get(STATEMENTS + "/" + id).body());
      done.put(bank.code(), statement.done());
      context.progress().reach(done.values().stream().mapToLong(Long::longValue).sum());
      switch (statement.state()) {
        case "RECONCILED" -> {
          refuseRefused(api, bank, statement);
          return statement;
        }
        case "ANNOUNCED", "RUNNING" -> api.waitFor(POLL);
        default -> throw new StepFailed("the statement of " + bank.code() + ": " + statement);
      }
    }
  }

  private static void refuseRefused(Api api, Bank bank, StatementAnswer statement) {
    if (statement.refused() == 0) {
      return;
    }
    var path = STATEMENTS + "/" + statement.id() + "/refusals?limit=" + REFUSALS_SHOWN;
    throw new StepFailed(
        "%d lines of the statement of %s are refused: %s"
            .formatted(statement.refused(), bank.code(), api.get(path).body().path("items")));
  }
}
