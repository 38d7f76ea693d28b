package vn.sen.local.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.sen.local.demo.dataset.Flows.Departure;
import vn.sen.local.demo.dataset.Flows.Readmission;
import vn.sen.local.demo.dataset.Flows.Transfer;

/** Finds the people to whom something happens, and enters it, one command each. */
final class MemberSteps {

  private static final String MEMBERS = "/api/membership/members";

  private final LoadContext context;
  private final LoadedUnits units;
  private final MemberDirectory members;

  MemberSteps(LoadContext context, LoadedUnits units, MemberDirectory members) {
    this.context = context;
    this.units = units;
    this.members = members;
  }

  /** Looks all of them up. */
  void find() {
    var wanted = new HashSet<Integer>();
    var flows = context.data().flows();
    flows.formerDepartures().forEach(d -> wanted.add(d.person()));
    flows.departures().forEach(d -> wanted.add(d.person()));
    flows.transfers().forEach(t -> wanted.add(t.person()));
    context.data().assignments().members().forEach(a -> wanted.add(a.person()));
    context.work().posts().forEach(post -> wanted.add(post.person()));
    members.find(wanted);
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
    var answer =
        context
            .api()
            .change(
                MEMBERS + "/" + member.id() + "/" + resource,
                context.key(step, context.data().people().ref(person)),
                member.version(),
                body);
    members.put(person, new MemberDirectory.Member(member.id(), answer.version()));
  }
}
