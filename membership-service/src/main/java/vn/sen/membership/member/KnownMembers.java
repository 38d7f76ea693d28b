package vn.sen.membership.member;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.sen.chassis.store.AggregateStore;

/** Names people to those who know their ids, and says since when they are members. */
@Component
public class KnownMembers {

  private final AggregateStore<Member> store;

  KnownMembers(AggregateStore<Member> store) {
    this.store = store;
  }

  /** Empty where there is no record of her. */
  public Optional<Standing> find(UUID id) {
    return Optional.ofNullable(findAll(List.of(id)).get(id));
  }

  /** Those of whom there is a record, with one question. */
  public Map<UUID, Standing> findAll(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : store.findAllWithoutSecrets(ids).values().stream()
            .collect(
                Collectors.toMap(
                    stored -> stored.id(), stored -> Standing.of(stored.id(), stored.state())));
  }
}
