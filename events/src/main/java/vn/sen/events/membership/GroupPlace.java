package vn.sen.events.membership;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a community group counts from some day on: everything its figures are asked for by.
 *
 * @param type the code of its type
 * @param programme the code of the programme it belongs to, null for none
 * @param unitId the org unit that leads it, of any level
 * @param via the successors that splits of the unit gave the group to; usually empty
 */
public record GroupPlace(String type, @Nullable String programme, UUID unitId, List<UUID> via) {

  public GroupPlace {
    // absent on the wire when empty
    via = via == null ? List.of() : List.copyOf(via);
  }
}
