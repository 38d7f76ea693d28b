package vn.sen.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sen.reporting.live.Followers.Bounds;

class FollowerTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final Changes changes = new Changes();
  private final AtomicInteger figure = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicBoolean mayGoOn = new AtomicBoolean(true);

  /** A reader who takes what she is told, as soon as she is let. */
  private static final class Reader implements Follower.Line {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger alive = new AtomicInteger();
    private final Semaphore takes = new Semaphore(0);
    private final CountDownLatch busy = new CountDownLatch(1);

    static Reader quick() {
      var reader = new Reader();
      reader.takes.release(1_000_000);
      return reader;
    }

    @Override
    public void begin() {}

    @Override
    public void tell(Present present) throws IOException {
      busy.countDown();
      takes.acquireUninterruptibly();
      told.add(present.data());
    }

    @Override
    public void alive() {
      alive.incrementAndGet();
    }
  }

  private static Bounds bounds(Duration interval, Duration heartbeat) {
    return new Bounds(100, 60, interval, heartbeat, SHORT);
  }

  private Followers followers(Duration interval, Duration heartbeat) {
    return new Followers(changes, bounds(interval, heartbeat));
  }

  private Present ask(@Nullable Present last) {
    asked.incrementAndGet();
    var now = Integer.toString(figure.get());
    return last != null && last.id().equals(now) ? last : new Present(now, "tag " + now, now);
  }

  private Thread follow(Followers followers, Reader reader, @Nullable String known) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try (var seat = followers.take("reader", "question")) {
                seat.follower().follow(known, this::ask, mayGoOn::get, reader);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private void change() {
    figure.incrementAndGet();
    changes.happened();
  }

  @AfterEach
  void end() {
    changes.end();
  }

  @Test
  void aReaderIsToldThePresentStateAndEachOtherOne() {
    var reader = Reader.quick();
    follow(followers(Duration.ZERO, LONG), reader, null);
    await().until(() -> reader.told.equals(List.of("0")));
    change();
    await().until(() -> reader.told.equals(List.of("0", "1")));
  }

  @Test
  void whoComesBackIsToldNothingAgain() {
    var reader = Reader.quick();
    follow(followers(Duration.ZERO, LONG), reader, "0");
    await().until(() -> asked.get() == 1);
    change();
    await().until(() -> reader.told.equals(List.of("1")));
  }

  @Test
  void whatLeavesTheFiguresAsTheyAreIsNoNews() {
    var reader = Reader.quick();
    follow(followers(Duration.ZERO, LONG), reader, null);
    await().until(() -> reader.told.size() == 1);
    // when the log moves on
    changes.happened();
    await().until(() -> asked.get() == 2);
    change();
    // then
    await().until(() -> reader.told.size() == 2);
    assertThat(reader.told).containsExactly("0", "1");
  }

  @Test
  void aSlowReaderGetsTheNewestStateAndNoneOfThoseSheHasMissed() throws InterruptedException {
    // given one who has not taken the first state yet, beside one who is quick
    var followers = followers(Duration.ZERO, LONG);
    var slow = new Reader();
    follow(followers, slow, null);
    slow.busy.await();
    var quick = Reader.quick();
    follow(followers, quick, null);
    await().until(() -> quick.told.contains("0"));
    // when hundreds of changes happen
    for (int i = 1; i <= 500; i++) {
      change();
      var now = Integer.toString(i);
      await().pollInterval(Duration.ofMillis(1)).until(() -> quick.told.contains(now));
    }
    slow.takes.release(1_000);
    // then
    await().until(() -> slow.told.contains("500"));
    assertThat(slow.told).containsExactly("0", "500");
    assertThat(quick.told).hasSize(501);
  }

  @Test
  void readersOfOneQuestionShareItsAnswer() {
    // given
    var followers = followers(Duration.ZERO, LONG);
    var readers = Stream.generate(Reader::quick).limit(50).toList();
    readers.forEach(reader -> follow(followers, reader, null));
    await().until(() -> readers.stream().allMatch(reader -> reader.told.size() == 1));
    // when
    change();
    // then
    await().until(() -> readers.stream().allMatch(reader -> reader.told.size() == 2));
    assertThat(asked.get()).isEqualTo(2);
  }

  @Test
  void statesFollowEachOtherNoFasterThanTheInterval() {
    // given
    var interval = Duration.ofMillis(300);
    var reader = Reader.quick();
    follow(followers(interval, LONG), reader, null);
    await().until(() -> reader.told.size() == 1);
    // when there are changes without a pause for a time
    long begin = System.nanoTime();
    await()
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              change();
              return System.nanoTime() - begin > interval.multipliedBy(3).toNanos();
            });
    // then she gets few of them, the last one surely
    var last = Integer.toString(figure.get());
    await().until(() -> reader.told.contains(last));
    assertThat(reader.told).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void aSilentLineIsKeptAlive() {
    var reader = Reader.quick();
    follow(followers(Duration.ZERO, SHORT), reader, null);
    await().until(() -> reader.alive.get() > 3);
    assertThat(reader.told).containsExactly("0");
  }

  @Test
  void aLineEndsWhenTheReaderMayNoLongerRead() throws InterruptedException {
    var reader = Reader.quick();
    var following = follow(followers(Duration.ZERO, LONG), reader, null);
    await().until(() -> reader.told.size() == 1);
    mayGoOn.set(false);
    assertThat(following.join(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void everyLineEndsWithTheService() throws InterruptedException {
    var following = follow(followers(Duration.ZERO, LONG), Reader.quick(), null);
    await().until(() -> asked.get() == 1);
    changes.end();
    assertThat(following.join(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void thereIsABoundToAllAndToEachReader() {
    var followers = new Followers(changes, new Bounds(3, 2, SHORT, LONG, SHORT));
    var first = followers.take("a", "question");
    followers.take("a", "another");
    assertThatThrownBy(() -> followers.take("a", "question"))
        .isInstanceOf(TooManyOfOneReader.class);
    followers.take("b", "question");
    assertThatThrownBy(() -> followers.take("c", "question")).isInstanceOf(TooManyFollowers.class);
    // when one leaves
    first.close();
    // then there is room again
    followers.take("a", "question");
    assertThat(followers.count()).isEqualTo(3);
  }
}
