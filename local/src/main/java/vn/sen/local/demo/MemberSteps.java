package vn.sen.local.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import vn.sen.local.demo.dataset.Flows.Departure;
import vn.sen.local.demo.dataset.Flows.Readmission;
import vn.sen.local.demo.dataset.Flows.Transfer;

/** Finds the people to whom something happens, and enters it, one command each. */
final class MemberSteps {

  private static final String MEMBERS = "/api/membership/members";
  static final String SEARCHES = MEMBERS + "/searches";
  private static final int REFERENCES_OF_A_SEARCH = 200;

  private final LoadContext context;
  private final LoadedUnits units;
  private final Map<Integer, Member> members = new ConcurrentHashMap<>();

  private record Member(String id, long version) {}

  MemberSteps(LoadContext context, LoadedUnits units) {
    this.context = context;
    this.units = units;
  }

  /** Looks all of them up by their references. */
  void find() {
    var wanted = new TreeSet<Integer>();
    var flows = context.data().flows();
    flows.formerDepartures().forEach(d -> wanted.add(d.person()));
    flows.departures().forEach(d -> wanted.add(d.person()));
    flows.transfers().forEach(t -> wanted.add(t.person()));
    context.data().assignments().members().forEach(a -> wanted.add(a.person()));
    var all = List.copyOf(wanted);
    var batches = new ArrayList<List<Integer>>();
    for (var i = 0; i < all.size(); i += REFERENCES_OF_A_SEARCH) {
      batches.add(all.subList(i, Math.min(all.size(), i + REFERENCES_OF_A_SEARCH)));
    }
    context.progress().begin("Tìm lại hội viên (find people)", batches.size());
    context.workers().forEach(batches, context.progress(), this::find);
    context.progress().end();
  }

  private void find(List<Integer> people) {
    var byRef = new LinkedHashMap<String, Integer>();
    people.forEach(p -> byRef.put(context.data().people().ref(p), p));
    var answer =
        context
            .api()
            .query(
                SEARCHES,
                Map.of("externalRefs", List.copyOf(byRef.keySet()), "limit", byRef.size()));
    for (var item : answer.body().required("items")) {
      var person = byRef.remove(item.path("externalRef").asString(""));
      if (person != null) {
        members.put(
            person, new Member(item.required("id").asString(), item.required("version").asLong()));
      }
    }
    if (!byRef.isEmpty()) {
      throw new StepFailed(
          "%d people are not found, %s among them"
              .formatted(byRef.size(), byRef.keySet().iterator().next()));
    }
  }

  /** Departures, readmissions and transfers. */
  void replayFlows() {
    var flows = context.data().flows();
    each("Ra khỏi Hội trước kỳ (former departures)", flows.formerDepartures(), this::departFormer);
    each("Kết nạp lại (readmissions)", flows.readmissions(), this::readmit);
    each("Chuyển sinh hoạt (transfers)", flows.transfers(), this::transfer);
    each("Ra khỏi Hội, qua đời, chuyển đi (departures)", flows.departures(), this::depart);
  }

  private <T> void each(String name, List<T> items, Consumer<T> command) {
    context.progress().begin(name, items.size());
    context.workers().forEach(items, context.progress(), command);
    context.progress().end();
  }

  private void departFormer(Departure departure) {
    depart("former", departure);
  }

  private void depart(Departure departure) {
    depart("departure", departure);
  }

  private void depart(String step, Departure departure) {
    command(
        departure.person(),
        "departures",
        step,
        Map.of("on", departure.on().toString(), "reason", departure.reason().name()));
  }

  private void readmit(Readmission readmission) {
    command(
        readmission.person(),
        "readmissions",
        "readmission",
        Map.of("unitId", units.id(readmission.branch().key()), "on", readmission.on().toString()));
  }

  private void transfer(Transfer transfer) {
    command(
        transfer.person(),
        "transfers",
        "transfer",
        Map.of("toUnitId", units.id(transfer.to().key()), "on", transfer.on().toString()));
  }

  /** A command to the person; a repeated one is answered as before. */
  void command(int person, String resource, String step, Map<String, Object> body) {
    var member = members.get(person);
    if (member == null) {
      throw new StepFailed("nobody was looked up as " + context.data().people().ref(person));
    }
    var answer =
        context
            .api()
            .change(
                MEMBERS + "/" + member.id() + "/" + resource,
                context.key(step, context.data().people().ref(person)),
                member.version(),
                body);
    members.put(person, new Member(member.id(), answer.version()));
  }
}
