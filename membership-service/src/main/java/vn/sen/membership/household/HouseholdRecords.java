package vn.sen.membership.household;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.Stored;

/** What may be asked of a household's record on behalf of somebody who lives there. */
@Component
public class HouseholdRecords {

  private final AggregateStore<Household> store;

  HouseholdRecords(AggregateStore<Household> store) {
    this.store = store;
  }

  /** What is held about a household. */
  public record HeldHousehold(UUID id, UUID unitId, String headName, @Nullable String address) {}

  public HeldHousehold held(UUID id) {
    var household = store.get(id).state();
    return new HeldHousehold(id, household.unitId(), household.headName(), household.address());
  }

  /** Where those of the households live that there are, by id; read without what is secret. */
  public Map<UUID, UUID> unitsOf(Collection<UUID> ids) {
    return store.findAllWithoutSecrets(ids).values().stream()
        .collect(Collectors.toMap(Stored::id, stored -> stored.state().unitId()));
  }

  /**
   * Forgets the head whose data is erased. Safe to repeat.
   *
   * @param nameKey her name as names are compared
   */
  public void forgetHead(UUID id, String nameKey, CommandContext by, LocalDate on) {
    store.change(id, by, household -> household.forgetHead(nameKey, on));
  }
}
