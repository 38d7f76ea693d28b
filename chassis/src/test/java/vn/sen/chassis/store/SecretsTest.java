package vn.sen.chassis.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.ServiceUnderTest;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.privacy.DataKeyDestroyed;
import vn.sen.chassis.privacy.DataKeys;
import vn.sen.chassis.privacy.KeysMother;
import vn.sen.chassis.privacy.SealBroken;
import vn.sen.events.Topic;

/** Secret fields of an aggregate: readable for the service, unreadable in what is stored. */
class SecretsTest {

  /** A letter with a secret in it and one inside its envelope. */
  record Letter(String title, @Nullable String secret, Envelope envelope) {}

  record Envelope(@Nullable String sender) {}

  private static final AggregateKind<Letter> KIND =
      new AggregateKind<>(
              "letter",
              "letters",
              new Topic(ServiceUnderTest.freshTopic(), 1),
              "/sen/test",
              Note.CATALOG,
              Letter.class,
              _ -> Map.of(),
              letter -> List.of("title:" + letter.title()),
              List.of())
          .withSecrets("/secret", "/envelope/sender");

  private final ServiceUnderTest service = new ServiceUnderTest();
  private final DataKeys keys = new DataKeys(service.database, KeysMother.keys(), 100);
  private final CommandContext by = CommandContext.process("test", "1");

  private AggregateStore<Letter> letters;

  @BeforeEach
  void open() {
    letters = new AggregateStores(service.database, service.relay, () -> keys).open(KIND);
  }

  private static Decision<Letter> letter(
      String title, @Nullable String secret, @Nullable String sender) {
    return Decision.of(new Letter(title, secret, new Envelope(sender)), new Note.Opened(title));
  }

  private Document stored(UUID id) {
    return letters.documents().find(Filters.eq("_id", id)).first();
  }

  @Test
  void areReadBackAndStandNowhereInWhatIsStored() {
    // given
    var id = UUID.randomUUID();
    letters.create(id, by, letter("a", "S3CRET-1", "S3CRET-2"));

    // then
    assertThat(letters.get(id).state())
        .isEqualTo(new Letter("a", "S3CRET-1", new Envelope("S3CRET-2")));
    assertThat(bytes(id)).doesNotContain("S3CRET");

    // when
    letters.change(
        id,
        CommandContext.process("test", "2"),
        l -> Decision.of(new Letter(l.title(), "S3CRET-3", l.envelope()), new Note.Retitled("a")));

    // then
    assertThat(letters.get(id).state().secret()).isEqualTo("S3CRET-3");
    assertThat(letters.get(id).state().envelope().sender()).isEqualTo("S3CRET-2");
    assertThat(bytes(id)).doesNotContain("S3CRET");
  }

  private String bytes(UUID id) {
    BsonDocument document =
        service
            .database
            .getCollection("letters", RawBsonDocument.class)
            .find(Filters.eq("_id", id))
            .first();
    return new String(((RawBsonDocument) document).getByteBuffer().array(), UTF_8);
  }

  /** An album with a secret on each page and in whatever is put between the pages. */
  record Album(List<Leaf> leaves) {}

  record Leaf(@Nullable String caption, List<Envelope> inserts) {}

  @Test
  void standInEachItemOfAList() {
    // given
    var kind =
        new AggregateKind<>(
                "album",
                "letters",
                KIND.topic(),
                "/sen/test",
                Note.CATALOG,
                Album.class,
                _ -> Map.of(),
                _ -> List.of(),
                List.of())
            .withSecrets("/leaves/*/caption", "/leaves/*/inserts/*/sender");
    var albums = new AggregateStores(service.database, service.relay, () -> keys).open(kind);
    var album =
        new Album(
            List.of(
                new Leaf("S3CRET-1", List.of(new Envelope("S3CRET-2"), new Envelope(null))),
                new Leaf(null, List.of(new Envelope("S3CRET-3"))),
                new Leaf("S3CRET-4", List.of())));
    var id = UUID.randomUUID();

    // when
    albums.create(id, by, Decision.of(album, new Note.Opened("a")));

    // then
    assertThat(albums.get(id).state()).isEqualTo(album);
    assertThat(bytes(id)).doesNotContain("S3CRET");
    assertThat(albums.findAllWithoutSecrets(List.of(id)).get(id).state().leaves().getFirst())
        .isEqualTo(new Leaf("", List.of(new Envelope(""), new Envelope(null))));
  }

  @Test
  void haveAKeyOnlyWhereThereAreAny() {
    letters.create(UUID.randomUUID(), by, letter("a", null, null));

    assertThat(service.database.getCollection("dataKeys").countDocuments()).isZero();
  }

  @Test
  void ofManyAreReadTogether() {
    var many =
        IntStream.range(0, 300)
            .mapToObj(i -> new NewAggregate<>(UUID.randomUUID(), letter("t" + i, "s" + i, "x" + i)))
            .toList();
    letters.createAll(by, many);
    assertThat(letters.createAll(by, many)).containsOnly(new BulkOutcome.AlreadyThere());

    var read = letters.stored(letters.documents().find().into(new ArrayList<>()));

    assertThat(read)
        .hasSize(300)
        .allSatisfy(
            s -> assertThat(s.state().secret()).isEqualTo(s.state().title().replace('t', 's')));
  }

  @Test
  void areLeftOutOfAListInTheOrderOfTheIds() {
    // given letters, and something else among them
    var many =
        IntStream.range(0, 9)
            .mapToObj(i -> new NewAggregate<>(UUID.randomUUID(), letter("t" + i, "s" + i, null)))
            .toList();
    letters.createAll(by, many);
    letters.documents().insertOne(new Document("_id", new UUID(0, 0)).append("kind", "postcard"));
    var ids =
        many.stream().map(NewAggregate::id).sorted(Comparator.comparing(UUID::toString)).toList();

    // when
    var behind = letters.listWithoutSecrets(Filters.gt("_id", ids.getFirst()), 5);

    // then
    assertThat(behind).extracting(Stored::id).isEqualTo(ids.subList(1, 6));
    assertThat(behind).extracting(s -> s.state().secret()).containsOnly("");
    assertThat(behind).extracting(Stored::version).containsOnly(1L);
  }

  @Test
  void cannotBeMovedToAnotherFieldOrAggregate() {
    // given somebody who may write to the database but has no key
    var id = UUID.randomUUID();
    var other = UUID.randomUUID();
    letters.create(id, by, letter("a", "S3CRET-1", "S3CRET-2"));
    letters.create(other, by, letter("b", "S3CRET-3", "S3CRET-4"));
    var sealed = stored(id).get("state", Document.class);

    // when
    put(id, "state.envelope.sender", sealed.get("secret", Binary.class));
    put(other, "state.secret", sealed.get("secret", Binary.class));

    // then
    assertThatThrownBy(() -> letters.get(id)).isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> letters.get(other)).isInstanceOf(SealBroken.class);
  }

  private void put(UUID id, String field, Binary value) {
    letters
        .documents()
        .updateOne(Filters.eq("_id", id), new Document("$set", new Document(field, value)));
  }

  @Test
  void areGoneWithTheKey() {
    var id = UUID.randomUUID();
    letters.create(id, by, letter("a", "S3CRET-1", null));

    keys.destroy(id);

    assertThatThrownBy(() -> letters.get(id)).isInstanceOf(DataKeyDestroyed.class);
  }

  @Test
  void thatAreKeptStayAsTheyWereAndNobodyAsksForTheirKey() {
    // given
    var kept =
        new AggregateKind<>(
                "kept-letter",
                "keptLetters",
                new Topic(ServiceUnderTest.freshTopic(), 1),
                "/sen/test",
                Note.CATALOG,
                Letter.class,
                _ -> Map.of(),
                _ -> List.of(),
                List.of())
            .withKeptSecrets("/secret", "/envelope/sender");
    var store = new AggregateStores(service.database, service.relay, () -> keys).open(kept);
    var id = UUID.randomUUID();
    store.create(id, by, letter("a", "S3CRET-1", null));

    // when it is changed by those who have no key
    var others = new DataKeys(service.database, KeysMother.keys(), 0);
    service
        .database
        .getCollection("dataKeys")
        .updateOne(Filters.eq("_id", id), Updates.rename("key", "away"));
    var elsewhere = new AggregateStores(service.database, service.relay, () -> others).open(kept);
    elsewhere.change(id, CommandContext.process("test", "2"), SecretsTest::retitled);
    elsewhere.changeAll(
        CommandContext.process("test", "3"), List.of(id), (_, before) -> retitled(before));

    // then
    service
        .database
        .getCollection("dataKeys")
        .updateOne(Filters.eq("_id", id), Updates.rename("away", "key"));
    assertThat(store.get(id))
        .isEqualTo(new Stored<>(id, 3, new Letter("a**", "S3CRET-1", new Envelope(null))));

    // and a change of one is refused
    assertThatThrownBy(
            () ->
                store.change(
                    id,
                    CommandContext.process("test", "4"),
                    l ->
                        Decision.of(
                            new Letter(l.title(), "S3CRET-2", l.envelope()),
                            new Note.Retitled("a"))))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Decision<Letter> retitled(Letter letter) {
    return Decision.of(
        new Letter(letter.title() + "*", letter.secret(), letter.envelope()),
        new Note.Retitled("a"));
  }
}
