package vn.sen.local.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.local.demo.dataset.lending.Bank;
import vn.sen.local.demo.dataset.lending.Update;

/** Every bank sends its updates in batches, in its order. */
final class UpdateStep {

  private static final String BATCHES = "/api/partners/update-batches";
  private static final int UPDATES_OF_A_BATCH = 1_000;
  private static final TypeReference<LinkedHashMap<String, Object>> FIELDS =
      new TypeReference<>() {};

  private final LoadContext context;
  private final Function<Bank, Api> doors;
  private final AtomicLong sent = new AtomicLong();

  /**
   * @param doors the platform, asked by a bank
   */
  UpdateStep(LoadContext context, Function<Bank, Api> doors) {
    this.context = context;
    this.doors = doors;
  }

  void run() {
    var banks = context.lending().targets().banks();
    var all = banks.stream().mapToLong(bank -> context.lending().updates(bank).size()).sum();
    context.progress().begin("Biến động khoản vay (loan updates)", all);
    context.workers().forEach(banks, context.progress(), this::send);
    context.progress().end();
  }

  private void send(Bank bank) {
    var updates = context.lending().updates(bank);
    for (var i = 0; i < updates.size(); i += UPDATES_OF_A_BATCH) {
      send(bank, i, updates.subList(i, Math.min(updates.size(), i + UPDATES_OF_A_BATCH)));
    }
  }

  private void send(Bank bank, int first, List<Update> batch) {
    var body = new ArrayList<Map<String, Object>>();
    batch.forEach(update -> body.add(json(update)));
    var answer =
        doors
            .apply(bank)
            .post(
                BATCHES, context.key("updates", bank.code() + "-" + first), Map.of("updates", body))
            .body();
    for (var result : answer.required("results")) {
      if (result.required("status").asString().equals("REFUSED")) {
        var line = result.required("line").asInt();
        throw new StepFailed(
            "%s refused of %s, first %s: %s"
                .formatted(
                    answer.path("refused").asString(""),
                    bank.code(),
                    batch.get(line - 1).change().kind(),
                    result.path("problem")));
      }
    }
    context.progress().reach(sent.addAndGet(batch.size()));
  }

  /** The fields of the change beside those that every update has. */
  static Map<String, Object> json(Update update) {
    var fields = JsonMapper.shared().convertValue(update.change(), FIELDS);
    fields.put("kind", update.change().kind());
    fields.put("loan", update.loan());
    fields.put("reference", update.reference());
    fields.put("on", update.on().toString());
    fields.put("sequence", update.sequence());
    return fields;
  }
}
