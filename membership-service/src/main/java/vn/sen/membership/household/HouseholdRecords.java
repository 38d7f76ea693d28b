package vn.sen.membership.household;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.AggregateStore;

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

  /**
   * Forgets the head whose data is erased. Safe to repeat.
   *
   * @param nameKey her name as names are compared
   */
  public void forgetHead(UUID id, String nameKey, CommandContext by, LocalDate on) {
    store.change(id, by, household -> household.forgetHead(nameKey, on));
  }
}
