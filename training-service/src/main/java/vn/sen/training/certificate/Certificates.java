package vn.sen.training.certificate;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.privacy.DataKeys;
import vn.sen.chassis.privacy.KeyedHash;
import vn.sen.chassis.privacy.PrivacyKeys;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.training.TrainingEvents;

/** Keeps the certificates. They are found by a keyed hash of their code, never by the code. */
@Component
public class Certificates {

  private static final AggregateKind<Certificate> KIND =
      new AggregateKind<Certificate>(
              "certificate",
              "certificates",
              Topic.CERTIFICATES,
              TrainingEvents.SOURCE,
              TrainingEvents.CATALOG,
              Certificate.class,
              Certificates::index,
              Certificates::keys,
              List.of(List.of("class"), List.of("person"), List.of("code")))
          .withSecrets("/name", "/code");

  private final AggregateStore<Certificate> store;
  private final DataKeys keys;
  private final KeyedHash hash;
  private final SecureRandom random = new SecureRandom();

  Certificates(AggregateStores stores, DataKeys keys, PrivacyKeys privacyKeys) {
    this.store = stores.open(KIND);
    this.keys = keys;
    this.hash = privacyKeys.hash("codes of certificates");
  }

  private static Map<String, ?> index(Certificate certificate) {
    return Map.of(
        "class", certificate.classId(),
        "person", certificate.personId(),
        "code", certificate.codeHash());
  }

  /** One valid certificate for each person and class; a number is used once. */
  private static List<String> keys(Certificate certificate) {
    var number = "number:" + certificate.paper().number();
    return certificate.standing() instanceof Standing.Valid
        ? List.of(number, "personId:" + certificate.classId() + "/" + certificate.personId())
        : List.of(number);
  }

  /**
   * Issues a certificate under a fresh code. A request sent again finds the first one.
   *
   * @param decide what is issued, given the code and its hash
   */
  Committed issue(CommandContext by, Issue decide) {
    return store.create(
        by.newId(),
        by,
        () -> {
          var code = VerificationCode.make(random);
          return decide.with(code, hash.of(code.text()));
        });
  }

  /** Decides about a certificate once it has a code. */
  @FunctionalInterface
  interface Issue {
    Decision<Certificate> with(VerificationCode code, String codeHash);
  }

  Committed change(
      UUID id, CommandContext by, Function<Certificate, Decision<Certificate>> decide) {
    return store.change(id, by, decide);
  }

  Stored<Certificate> get(UUID id) {
    return store.get(id);
  }

  /** The certificate that bears a code, or empty. */
  Optional<Certificate> bearing(VerificationCode code) {
    var found = store.documents().find(Filters.eq("ix.code", hash.of(code.text()))).first();
    return Optional.ofNullable(found).map(document -> store.stored(document).state());
  }

  /** Certificates of a class, those behind an id. */
  List<Stored<Certificate>> list(UUID classId, @Nullable UUID behind, int limit) {
    var ofClass = Filters.eq("ix.class", classId);
    var found =
        store
            .documents()
            .find(behind == null ? ofClass : Filters.and(ofClass, Filters.gt("_id", behind)))
            .sort(Sorts.ascending("_id"))
            .limit(limit)
            .into(new ArrayList<>());
    return store.stored(found);
  }

  /** Somebody did not pass a class, after all: her certificate of it is not valid. */
  public void notPassed(
      UUID classId, UUID person, LocalDate on, Function<UUID, CommandContext> by) {
    var hers = Filters.and(Filters.eq("ix.class", classId), Filters.eq("ix.person", person));
    for (var id : ids(hers)) {
      store.change(id, by.apply(id), certificate -> certificate.notPassed(on));
    }
  }

  /**
   * Somebody had her data erased: her name goes from every certificate, and each one's key. Safe to
   * repeat.
   */
  public void erase(UUID person, LocalDate on, Function<UUID, CommandContext> by) {
    for (var id : ids(Filters.eq("ix.person", person))) {
      store.change(id, by.apply(id), certificate -> certificate.erase(on));
      keys.destroy(id);
    }
  }

  private List<UUID> ids(Bson filter) {
    return store
        .documents()
        .find(filter)
        .projection(Projections.include("_id"))
        .map(document -> document.get("_id", UUID.class))
        .into(new ArrayList<>());
  }
}
