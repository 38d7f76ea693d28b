package vn.sen.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.local.demo.dataset.UnitFact;
import vn.sen.local.demo.dataset.lending.Bank;

/**
 * Whoever may use the demo: the province, each district and commune of every map for as long as it
 * lasts, an auditor, a dashboard, and each bank's machine.
 */
final class PeopleSteps {

  private static final String PEOPLE = "/api/identity/people";
  private static final String CLIENTS = "/api/identity/clients";
  private static final String BANKS = "/api/lending/banks";
  private static final List<String> ALL = List.of("OFFICER", "APPROVER", "ADMINISTRATOR");
  private static final List<String> WORK = List.of("OFFICER", "APPROVER");

  /** An audit has an end. */
  private static final String AUDITED_UNTIL = "2030-12-31";

  private final LoadContext context;
  private final Api api;
  private final LoadedUnits units;

  PeopleSteps(LoadContext context, Api api, LoadedUnits units) {
    this.context = context;
    this.api = api;
    this.units = units;
  }

  private record Person(String name, List<Map<String, Object>> appointments) {}

  void admit() {
    var people = people();
    context.progress().begin("Người dùng (people who sign in)", people.size());
    context.workers().forEach(people, context.progress(), this::admit);
    admitMachines();
    context.progress().end();
  }

  private List<Person> people() {
    var people = new ArrayList<Person>();
    var provinces = own(UnitLevel.PROVINCE);
    people.add(new Person("province", provinces.stream().map(u -> appointment(u, ALL)).toList()));
    var audit = new HashMap<>(appointment(provinces.getLast(), List.of("AUDITOR")));
    audit.put("to", AUDITED_UNTIL);
    audit.put("purpose", "Kiểm tra số liệu mô phỏng");
    people.add(new Person("auditor", List.of(audit)));
    for (var district : own(UnitLevel.DISTRICT)) {
      people.add(
          new Person("district-" + district.key().code(), List.of(appointment(district, WORK))));
    }
    for (var commune : own(UnitLevel.COMMUNE)) {
      people.add(
          new Person(
              "commune-" + commune.key().code() + "-" + commune.key().validFrom(),
              List.of(appointment(commune, WORK))));
    }
    return people;
  }

  /** The units that were loaded, the oldest first. */
  private List<UnitFact> own(UnitLevel level) {
    return context.data().facts().units().stream()
        .filter(unit -> unit.level() == level && units.has(unit.key()))
        .sorted((one, other) -> one.key().validFrom().compareTo(other.key().validFrom()))
        .toList();
  }

  private Map<String, Object> appointment(UnitFact unit, List<String> roles) {
    var body = new HashMap<String, Object>();
    body.put("unitId", units.id(unit.key()));
    body.put("roles", roles);
    body.put("from", unit.key().validFrom().toString());
    @Nullable LocalDate end = unit.validTo();
    if (end != null) {
      body.put("to", end.minusDays(1).toString());
    }
    return body;
  }

  private void admit(Person person) {
    api.post(
        PEOPLE,
        context.key("person", person.name()),
        Map.of("name", person.name(), "appointments", person.appointments()));
  }

  private void admitMachines() {
    var province = own(UnitLevel.PROVINCE).getLast();
    api.post(
        CLIENTS,
        context.key("client", "dashboard"),
        Map.of(
            "clientId", "dashboard",
            "kind", "DASHBOARD",
            "unitId", units.id(province.key())));
    context.lending().targets().banks().forEach(this::admit);
  }

  private void admit(Bank bank) {
    var registered =
        api.post(
            BANKS,
            context.key("bank", bank.code()),
            Map.of("code", bank.code(), "name", bank.name(), "from", bank.from().toString()));
    api.post(
        CLIENTS,
        context.key("client", clientId(bank)),
        Map.of("clientId", clientId(bank), "kind", "BANK", "bankId", registered.text("id")));
  }

  /** The bank's machine. */
  static String clientId(Bank bank) {
    return "bank-" + bank.code().toLowerCase(Locale.ROOT);
  }
}
