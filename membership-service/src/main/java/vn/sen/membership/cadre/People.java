package vn.sen.membership.cadre;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.Stored;
import vn.sen.membership.cadre.Competencies.Held;
import vn.sen.membership.cadre.Gap.Qualified;

/** What people are qualified for, by the database: what officers stated and what classes gave. */
@Component
class People {

  private final AggregateStore<Qualifications> store;
  private final Competencies competencies;

  People(AggregateStore<Qualifications> store, Competencies competencies) {
    this.store = store;
    this.competencies = competencies;
  }

  /** Apart from the member's own id, so that the events of both can be told apart by it. */
  private static UUID id(UUID person) {
    return CommandContext.derive("qualifications", person.toString());
  }

  /** What officers stated; version 0 while nobody has. */
  Stored<Qualifications> stated(UUID person) {
    var id = id(person);
    return store.find(id).orElseGet(() -> new Stored<>(id, 0, Qualifications.none()));
  }

  /** What classes gave her, of any time. */
  List<Held> trained(UUID person) {
    return competencies.of(List.of(person)).getOrDefault(person, List.of());
  }

  /** What the people are qualified for on a day, with two questions. */
  Map<UUID, Qualified> qualifiedOn(Collection<UUID> people, LocalDate day) {
    if (people.isEmpty()) {
      return Map.of();
    }
    var stated = store.findAll(people.stream().map(People::id).toList());
    var trained = competencies.of(people);
    var qualified = new HashMap<UUID, Qualified>();
    for (var person : people) {
      var own = stated.get(id(person));
      var levels = own == null ? Qualifications.none() : own.state();
      var codes =
          trained.getOrDefault(person, List.of()).stream()
              .filter(held -> held.lastsOn(day))
              .map(Held::code)
              .collect(Collectors.toSet());
      qualified.put(person, new Qualified(levels.theoryOn(day), levels.professionalOn(day), codes));
    }
    return qualified;
  }

  Committed change(
      UUID person, CommandContext by, Function<Qualifications, Decision<Qualifications>> decide) {
    return store.changeOrBegin(id(person), by, Qualifications.none(), decide);
  }

  /** Her data was erased. Safe to repeat. */
  void forget(UUID person, CommandContext by, LocalDate on) {
    competencies.forget(person);
    change(person, by, qualifications -> qualifications.forget(person, on));
  }
}
