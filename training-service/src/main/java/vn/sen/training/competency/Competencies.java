package vn.sen.training.competency;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.training.ClassEvent.ResultsRecorded;
import vn.sen.events.training.ClassResult;
import vn.sen.events.training.CompetencyEvent.CompetencyGained;
import vn.sen.events.training.TrainingEvents;

/** Keeps what people are competent in: one record for each person, under her own id. */
@Component
public class Competencies {

  private static final AggregateKind<CompetencyRecord> KIND =
      new AggregateKind<>(
          "competency",
          "competencies",
          Topic.COMPETENCIES,
          TrainingEvents.SOURCE,
          TrainingEvents.CATALOG,
          CompetencyRecord.class,
          _ -> Map.of(),
          _ -> List.of(),
          List.of());

  private final AggregateStore<CompetencyRecord> store;

  Competencies(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  /** Takes note of what somebody brought it to in a class; safe to repeat. */
  public void result(UUID classId, ResultsRecorded results, ClassResult result, CommandContext by) {
    var person = result.personId();
    var competency = results.competency();
    var gained =
        result.passed() && competency != null
            ? new CompetencyRecord.Gain(competency, results.on(), results.competentUntil(), classId)
            : null;
    store.changeOrBegin(
        person, by, CompetencyRecord.empty(person), record -> record.from(classId, gained));
  }

  Optional<Stored<CompetencyRecord>> find(UUID person) {
    return store.find(person);
  }

  /** What somebody has of a competency, one for each class that gave it, as it was told. */
  public List<CompetencyGained> gained(UUID person, String competency) {
    return find(person).stream()
        .flatMap(stored -> stored.state().gains().stream())
        .filter(gain -> gain.competency().equals(competency))
        .map(
            gain ->
                new CompetencyGained(person, competency, gain.from(), gain.until(), gain.classId()))
        .toList();
  }

  /** Those of the people who are competent in something on a day. */
  public Set<UUID> among(Collection<UUID> people, String competency, LocalDate day) {
    var found = store.documents().find(Filters.in("_id", people)).into(new ArrayList<>());
    var competent = new HashSet<UUID>();
    for (var stored : store.stored(found)) {
      if (stored.state().gains().stream()
          .anyMatch(gain -> gain.competency().equals(competency) && gain.holdsOn(day))) {
        competent.add(stored.id());
      }
    }
    return competent;
  }
}
