package vn.sen.chassis.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.ServiceUnderTest;

class DataKeysTest {

  private static final String OLD = KeysMother.wrap("old");
  private static final String NEW = KeysMother.wrap("new");

  private final MongoDatabase database = ServiceUnderTest.freshDatabase();
  private final UUID hoa = UUID.randomUUID();

  /** An instance of the service as it starts with these lines in its file of keys. */
  private DataKeys started(String... lines) {
    return new DataKeys(database, KeysMother.keys(lines), 100);
  }

  @Test
  void anotherInstanceOpensWhatOneHasSealed() {
    var sealed = started(OLD).make(hoa).seal("phone", "0905123456");

    assertThat(started(OLD).get(hoa).open("phone", sealed)).isEqualTo("0905123456");
  }

  @Test
  void theKeyOfOneOpensNothingOfAnother() {
    var keys = started(OLD);
    var sealed = keys.make(hoa).seal("phone", "0905123456");
    var lan = UUID.randomUUID();

    assertThatThrownBy(() -> keys.make(lan).open("phone", sealed)).isInstanceOf(SealBroken.class);
  }

  @Test
  void aWrappedKeyDoesNotOpenForAnotherOwner() {
    // given somebody who may write to the database but has no key gives her key to another
    var keys = started(OLD);
    keys.make(hoa);
    var lan = UUID.randomUUID();
    var collection = database.getCollection("dataKeys");
    collection.insertOne(collection.find(Filters.eq("_id", hoa)).first().append("_id", lan));

    assertThatThrownBy(() -> keys.get(lan)).isInstanceOf(SealBroken.class);
  }

  @Test
  void whatWasSealedUnderADestroyedKeyIsGoneAlsoForWhoHasAllThatWasStored() {
    var keys = started(OLD);
    var sealed = keys.make(hoa).seal("phone", "0905123456");

    keys.destroy(hoa);
    keys.destroy(hoa);

    assertThatThrownBy(() -> keys.get(hoa)).isInstanceOf(DataKeyDestroyed.class);
    assertThatThrownBy(() -> started(OLD).get(hoa)).isInstanceOf(DataKeyDestroyed.class);
    assertThatThrownBy(() -> keys.make(hoa).open("phone", sealed)).isInstanceOf(SealBroken.class);
  }

  @Test
  void manyKeysAreMadeAtOnceAndThoseThatExistStay() {
    var keys = started(OLD);
    var sealed = keys.make(hoa).seal("phone", "0905123456");
    var others = Stream.generate(UUID::randomUUID).limit(2_000).toList();

    var made =
        started(OLD)
            .makeAll(Stream.concat(Stream.of(hoa), others.stream()).collect(Collectors.toSet()));

    assertThat(made).hasSize(2_001);
    assertThat(made.get(hoa).open("phone", sealed)).isEqualTo("0905123456");
    var other = made.get(others.getLast()).seal("phone", "1");
    assertThat(keys.get(others.getLast()).open("phone", other)).isEqualTo("1");
  }

  @Test
  void whoeverIsFasterMakesTheKeyOfAll() throws Exception {
    var instances = List.of(started(OLD), started(OLD));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sealed =
          IntStream.range(0, 16)
              .mapToObj(
                  i -> threads.submit(() -> instances.get(i % 2).make(hoa).seal("phone", "" + i)))
              .toList();
      for (int i = 0; i < sealed.size(); i++) {
        assertThat(started(OLD).get(hoa).open("phone", sealed.get(i).get())).isEqualTo("" + i);
      }
    }
  }

  @Test
  void anotherFirstKeyWrapsAllKeysAnewAndTheOldOneIsNotNeededAnyMore() {
    // given
    var sealed = started(OLD).make(hoa).seal("phone", "0905123456");
    var before = stored();

    // when
    started(NEW, OLD);

    // then the copy from before is worthless without the old key
    assertThat(stored()).isNotEqualTo(before);
    assertThat(started(NEW).get(hoa).open("phone", sealed)).isEqualTo("0905123456");
    assertThat(started(NEW).make(UUID.randomUUID())).isNotNull();
  }

  private Binary stored() {
    return database.getCollection("dataKeys").find().first().get("key", Binary.class);
  }

  @Test
  void aKeyThatIsStillNeededIsMissedAtTheStart() {
    started(OLD).make(hoa);

    assertThatThrownBy(() -> started(NEW))
        .isInstanceOfSatisfying(
            PrivacyKeysInvalid.class, e -> assertThat(e.getMessage()).contains("old"));
  }

  @Test
  void anotherHashingKeyIsNoticedAtTheStart() {
    started(OLD);
    var others = PrivacyKeys.parse(OLD + "\nhash h " + KeysMother.random(), false);

    assertThatThrownBy(() -> new DataKeys(database, others, 100))
        .isInstanceOf(PrivacyKeysInvalid.class);
  }
}
