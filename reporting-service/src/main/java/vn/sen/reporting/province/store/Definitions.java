package vn.sen.reporting.province.store;

import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.events.Topic;
import vn.sen.events.reporting.ReportDefinitionEvent.ReportDefinitionSet;
import vn.sen.events.reporting.ReportingEvents;
import vn.sen.reporting.province.DefinitionUnknown;
import vn.sen.reporting.province.ReportDefinition;
import vn.sen.reporting.province.Versioned;

/** Keeps the definitions that the Union sets, beside the one that comes with the platform. */
@Component
public class Definitions {

  /** More than the Union will ever have. */
  private static final int MOST = 1_000;

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final AggregateKind<KeptDefinition> KIND =
      new AggregateKind<>(
          "report-definition",
          "report_definitions",
          Topic.REPORT_DEFINITIONS,
          ReportingEvents.SOURCE,
          ReportingEvents.CATALOG,
          KeptDefinition.class,
          kept -> Map.of("code", kept.code()),
          kept -> List.of("code:" + kept.code()),
          List.of(List.of("code")));

  private final AggregateStore<KeptDefinition> store;
  private final Versioned general = new Versioned(read("general.json"), 0);

  Definitions(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  private static ReportDefinition read(String file) {
    try (var json = Definitions.class.getResourceAsStream("/definitions/" + file)) {
      return JSON.readValue(Objects.requireNonNull(json, file), ReportDefinition.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The id under which a code is kept, before and after it is set. */
  public static UUID idOf(String code) {
    return CommandContext.derive("report-definition", code);
  }

  /** Sets a definition; the one it replaces stays among its versions. */
  public Committed set(CommandContext by, ReportDefinition definition) {
    var unwritten = new KeptDefinition(definition.code(), List.of());
    return store.changeOrBegin(
        idOf(definition.code()), by, unwritten, kept -> set(kept, definition));
  }

  private static Decision<KeptDefinition> set(KeptDefinition kept, ReportDefinition definition) {
    return kept.isLast(definition)
        ? Decision.nothing(kept)
        : Decision.of(
            kept.with(definition),
            new ReportDefinitionSet(
                definition.code(), BusinessZone.today(), JSON.writeValueAsString(definition)));
  }

  /**
   * A definition.
   *
   * @param code null for the one that comes with the platform
   * @param version null for the last one
   * @param pointer of the parameter that names it
   * @throws DefinitionUnknown if there is none (404)
   */
  public Versioned get(@Nullable String code, @Nullable Long version, String pointer) {
    if (code == null || code.equals(general.definition().code())) {
      return general;
    }
    return store
        .find(idOf(code))
        .flatMap(kept -> of(kept.state(), version))
        .orElseThrow(() -> new DefinitionUnknown(pointer, code));
  }

  private static Optional<Versioned> of(KeptDefinition kept, @Nullable Long version) {
    return version == null ? kept.last() : kept.version(version);
  }

  /** All definitions as they stand, by code; the platform's own first. */
  public List<Versioned> list() {
    var all = new ArrayList<Versioned>();
    all.add(general);
    var documents =
        store
            .documents()
            .find()
            .sort(Sorts.ascending("ix.code"))
            .limit(MOST)
            .into(new ArrayList<>());
    store.stored(documents).forEach(kept -> kept.state().last().ifPresent(all::add));
    return all;
  }

  /** Whether a code is the platform's own. */
  public boolean isGeneral(String code) {
    return code.equals(general.definition().code());
  }
}
