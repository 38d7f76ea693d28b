package vn.sen.chassis.assignment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.assignment.Assignment.Wanted;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.org.Split;

/** Records of a service that a test can touch while they are assigned. */
final class Folders implements Assignable {

  /** Where a folder lies. */
  record Place(UUID unit, List<UUID> via) {}

  private final Map<UUID, Place> places = new ConcurrentSkipListMap<>();
  private @Nullable UUID found;
  private final Set<UUID> carriedOut = ConcurrentHashMap.newKeySet();
  private Consumer<UUID> meanwhile = _ -> {};
  private Runnable pause = () -> {};
  private int lookedFor;

  /** A new one. */
  UUID at(UUID unit) {
    var id = UUID.randomUUID();
    places.put(id, new Place(unit, List.of()));
    return id;
  }

  void give(UUID id, UUID successor, Split split) {
    var place = place(id);
    places.put(
        id, new Place(place.unit(), Split.following(place.via(), successor, List.of(split))));
  }

  Place place(UUID id) {
    return places.get(id);
  }

  void forget(UUID id) {
    places.remove(id);
  }

  /** The rule finds this successor for each of them. */
  void leadTo(UUID successor) {
    found = successor;
  }

  /** What happens between the plan and the change of each of them. */
  void meanwhile(Consumer<UUID> happens) {
    meanwhile = happens;
  }

  /** What happens once, after a part was looked for and before it is planned. */
  void pauseOnce(Runnable happens) {
    pause =
        () -> {
          pause = () -> {};
          happens.run();
        };
  }

  /** How often somebody began to look for what is meant. */
  int lookedFor() {
    return lookedFor;
  }

  @Override
  public Candidates candidates(Split split, Wanted wanted) {
    lookedFor++;
    return (behind, limit) -> {
      var part = part(behind, limit);
      pause.run();
      return part;
    };
  }

  private List<Candidate> part(@Nullable UUID behind, int limit) {
    return places.entrySet().stream()
        .filter(folder -> behind == null || folder.getKey().compareTo(behind) > 0)
        .limit(limit)
        .map(
            folder ->
                new Candidate(
                    folder.getKey(), folder.getValue().unit(), folder.getValue().via(), found))
        .toList();
  }

  /** A command that was carried out before is only answered again, as in the store. */
  @Override
  public void assign(UUID id, Handover handover, CommandContext by) {
    if (carriedOut.contains(by.commandId())) {
      return;
    }
    meanwhile.accept(id);
    handover.requireAsPlanned(place(id).unit(), place(id).via());
    give(id, handover.successor(), handover.split());
    carriedOut.add(by.commandId());
  }
}
