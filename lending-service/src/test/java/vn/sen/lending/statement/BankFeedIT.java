package vn.sen.lending.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.sen.lending.LendingService;
import vn.sen.lending.statement.BankFeed.Entry;
import vn.sen.lending.statement.BankFeed.Kind;

class BankFeedIT extends LendingService {

  private static final LocalDate DAY = LocalDate.of(2023, 10, 30);

  @Autowired MongoDatabase database;

  private final UUID bank = UUID.randomUUID();

  @Test
  void an_event_that_comes_twice_is_told_once() {
    var feed = new BankFeed(database, Duration.ofDays(1));
    var loan = UUID.randomUUID();

    feed.tellUseChecked(bank, loan, 2, DAY);
    feed.tellUseChecked(bank, loan, 2, DAY);
    feed.tellUseChecked(bank, loan, 5, DAY);

    assertThat(feed.read(bank, 0, 10))
        .extracting(Entry::number, entry -> entry.news().sequence())
        .containsExactly(tuple(1L, 2L), tuple(2L, 5L));
  }

  @Test
  void old_entries_are_gone_and_the_next_is_numbered_on() {
    // given a feed that keeps nothing, and one that keeps all
    var forgetful = new BankFeed(database, Duration.ofSeconds(-1));
    var faithful = new BankFeed(database, Duration.ofDays(1));
    faithful.tellHandedOver(bank, UUID.randomUUID(), 1, DAY);

    // when
    forgetful.tellHandedOver(bank, UUID.randomUUID(), 1, DAY);

    // then it shows nothing any more, and has removed all but the last
    assertThat(forgetful.read(bank, 0, 10)).isEmpty();
    assertThat(faithful.read(bank, 0, 10)).extracting(Entry::number).containsExactly(2L);
    faithful.tellHandedOver(bank, UUID.randomUUID(), 1, DAY);
    assertThat(faithful.read(bank, 2, 10))
        .extracting(Entry::number, entry -> entry.news().kind())
        .containsExactly(tuple(3L, Kind.HANDED_OVER));
  }

  @Test
  void a_feed_is_not_tidied_at_every_word() {
    // given a feed that keeps nothing
    var forgetful = new BankFeed(database, Duration.ofSeconds(-1));
    for (int news = 0; news < 3; news++) {
      forgetful.tellHandedOver(bank, UUID.randomUUID(), 1, DAY);
    }

    // then nothing was removed since the first word, and another one tidies at its first
    var faithful = new BankFeed(database, Duration.ofDays(1));
    assertThat(faithful.read(bank, 0, 10)).extracting(Entry::number).containsExactly(1L, 2L, 3L);
    new BankFeed(database, Duration.ofSeconds(-1)).tellHandedOver(bank, UUID.randomUUID(), 1, DAY);
    assertThat(faithful.read(bank, 0, 10)).extracting(Entry::number).containsExactly(4L);
  }
}
