package vn.sen.local.demo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.sen.local.demo.dataset.lending.Bank;
import vn.sen.local.demo.dataset.lending.BorrowingHousehold;
import vn.sen.local.demo.dataset.lending.Programme;

/**
 * Brings the loans in as banks do: opening statements, the updates of a year, a statement at its
 * end. The province's officer merges the households that were found twice.
 */
final class LendingSteps {

  private static final String PROGRAMMES = "/api/lending/programmes";
  private static final String HOUSEHOLDS = "/api/lending/households";

  private final LoadContext context;
  private final Api administrator;
  private final Api officer;
  private final Map<String, Api> banks = new ConcurrentHashMap<>();

  /**
   * @param api a door of which no membership report takes notice
   */
  LendingSteps(LoadContext context, Api api, Loaders loaders) {
    this.context = context;
    this.administrator = api;
    this.officer = api.as(loaders.people().of("province"));
    for (var bank : context.lending().targets().banks()) {
      banks.put(bank.code(), api.as(loaders.machines().of(PeopleSteps.clientId(bank))));
    }
  }

  /** All of it; the banks' last statements with what differs, by the bank's code. */
  Map<String, StatementAnswer> load() {
    var programmes = context.lending().targets().programmes();
    context.progress().begin("Chương trình cho vay (programmes)", programmes.size());
    context.workers().forEach(programmes, context.progress(), this::register);
    context.progress().end();
    new StatementStep(context, this::door, StatementStep.Kind.OPENING)
        .run("Sao kê đầu kỳ (opening statements)");
    new UpdateStep(context, this::door).run();
    var compared =
        new StatementStep(context, this::door, StatementStep.Kind.PERIODIC)
            .run("Đối chiếu sao kê (statements)");
    var twice = context.lending().foundTwice();
    context.progress().begin("Gộp hộ trùng (households merged)", twice.size());
    context.workers().forEach(twice, context.progress(), this::merge);
    context.progress().end();
    return compared;
  }

  private Api door(Bank bank) {
    var door = banks.get(bank.code());
    if (door == null) {
      throw new IllegalArgumentException("no bank " + bank.code());
    }
    return door;
  }

  private void register(Programme programme) {
    administrator.post(
        PROGRAMMES,
        context.key("programme", programme.code()),
        Map.of(
            "code", programme.code(),
            "name", programme.name(),
            "from", context.lending().targets().openingDate().toString()));
  }

  private record Found(String id, long version) {}

  /** Everybody else's household into the first one's. */
  private void merge(BorrowingHousehold household) {
    var found = household.people().stream().map(person -> find(person.identity())).toList();
    for (var other : found.subList(1, found.size())) {
      officer.change(
          HOUSEHOLDS + "/" + other.id() + "/merges",
          context.key("merge", household.number()),
          other.version(),
          Map.of(
              "intoId",
              found.getFirst().id(),
              "from",
              context.lending().targets().openingDate().toString()));
    }
  }

  private Found find(String identity) {
    var items =
        officer
            .query(HOUSEHOLDS + "/search", Map.of("identity", identity))
            .body()
            .required("items");
    if (items.size() != 1) {
      throw new StepFailed(items.size() + " households are found for one borrower");
    }
    var household = items.get(0);
    return new Found(household.required("id").asString(), household.required("version").asLong());
  }
}
