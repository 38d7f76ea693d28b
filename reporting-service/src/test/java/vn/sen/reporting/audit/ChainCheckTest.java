package vn.sen.reporting.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.reporting.audit.TrailMother.MEMBERS;
import static vn.sen.reporting.audit.TrailMother.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.events.audit.ChainHead;
import vn.sen.reporting.audit.Difference.Reason;

class ChainCheckTest {

  private final Block one = Block.of(MEMBERS, 0, Chain.BEGIN, records(0, 5));
  private final Block two = Block.of(MEMBERS, 5, one.hash(), records(5, 8));
  private final Block three = Block.of(MEMBERS, 8, two.hash(), records(8, 9));

  private static Optional<Difference> check(
      List<ChainHead> heads, List<Block> stored, List<LogRecord> log) {
    var check = new ChainCheck(MEMBERS, heads);
    for (var block : stored) {
      var records =
          log.stream()
              .filter(r -> r.offset() >= check.next() && r.offset() < block.next())
              .toList();
      var difference = check.check(block, records);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return check.end();
  }

  private static ChainHead head(long next, String hash) {
    return new ChainHead(MEMBERS.topic(), MEMBERS.topicId(), MEMBERS.number(), next, hash);
  }

  private static Optional<Difference> at(long offset, Reason reason) {
    return Optional.of(new Difference(MEMBERS.topic(), MEMBERS.number(), offset, reason));
  }

  private static Block with(Block block, int entry, UnaryOperator<Entry> change) {
    var entries = new ArrayList<>(block.entries());
    entries.set(entry, change.apply(entries.get(entry)));
    return new Block(block.partition(), block.first(), block.previous(), entries);
  }

  private static Entry by(Entry e, String actor) {
    return new Entry(
        e.offset(),
        e.hash(),
        e.id(),
        e.at(),
        e.kind(),
        e.what(),
        actor,
        e.client(),
        e.about(),
        e.refusal());
  }

  @Test
  void a_trail_made_of_the_log_is_intact() {
    var heads = List.of(head(3, one.entries().get(2).hash()), head(8, two.hash()));

    assertThat(check(heads, List.of(one, two, three), records(0, 9))).isEmpty();
  }

  @Test
  void what_the_log_has_beyond_the_trail_is_only_not_read_yet() {
    assertThat(check(List.of(), List.of(one), records(0, 9))).isEmpty();
  }

  @Test
  void offsets_that_the_broker_left_out_are_no_gap() {
    // given
    var log = new ArrayList<>(records(0, 5));
    log.addAll(records(7, 9));
    var behind = Block.of(MEMBERS, 5, one.hash(), records(7, 9));

    // then
    assertThat(check(List.of(), List.of(one, behind), log)).isEmpty();
  }

  @Nested
  class In_the_trail {

    @Test
    void a_changed_entry_is_found() {
      var changed = with(two, 1, e -> by(e, "somebody-else"));

      assertThat(check(List.of(), List.of(one, changed, three), records(0, 9)))
          .isEqualTo(at(6, Reason.ENTRY_DIFFERS));
    }

    @Test
    void a_removed_entry_is_found() {
      var entries = List.of(two.entries().get(0), two.entries().get(2));
      var changed = new Block(MEMBERS, two.first(), two.previous(), entries);

      assertThat(check(List.of(), List.of(one, changed, three), records(0, 9)))
          .isEqualTo(at(6, Reason.ENTRY_MISSING));
    }

    @Test
    void a_removed_block_is_found() {
      assertThat(check(List.of(), List.of(one, three), records(0, 9)))
          .isEqualTo(at(5, Reason.ENTRY_MISSING));
    }

    @Test
    void another_order_is_found() {
      var entries = List.of(two.entries().get(1), two.entries().get(0), two.entries().get(2));
      var changed = new Block(MEMBERS, two.first(), two.previous(), entries);

      assertThat(check(List.of(), List.of(one, changed, three), records(0, 9)))
          .isEqualTo(at(5, Reason.ENTRY_MISSING));
    }

    @Test
    void a_trail_cut_off_behind_a_head_is_found() {
      assertThat(check(List.of(head(9, three.hash())), List.of(one, two), records(0, 9)))
          .isEqualTo(at(8, Reason.SHORTER_THAN_HEAD));
      assertThat(check(List.of(head(9, three.hash())), List.of(), records(0, 9)))
          .isEqualTo(at(0, Reason.SHORTER_THAN_HEAD));
    }
  }

  @Nested
  class In_the_log {

    @Test
    void a_changed_record_is_found_at_its_offset() {
      var log = new ArrayList<>(records(0, 9));
      log.set(6, TrailMother.noise(6));

      assertThat(check(List.of(), List.of(one, two, three), log))
          .isEqualTo(at(6, Reason.ENTRY_DIFFERS));
    }

    @Test
    void a_lost_beginning_is_found() {
      assertThat(check(List.of(), List.of(one, two, three), records(5, 9)))
          .isEqualTo(at(0, Reason.RECORD_MISSING));
    }

    @Test
    void a_lost_end_is_found() {
      assertThat(check(List.of(), List.of(one, two, three), records(0, 7)))
          .isEqualTo(at(7, Reason.RECORD_MISSING));
    }
  }

  @Test
  void a_log_and_a_trail_that_were_both_made_anew_contradict_the_head() {
    // given
    var log = new ArrayList<>(records(0, 9));
    log.set(6, TrailMother.noise(6));
    var anew = List.of(one, Block.of(MEMBERS, 5, one.hash(), log.subList(5, 9)));

    // then without a head nothing is found, with one it is
    assertThat(check(List.of(), anew, log)).isEmpty();
    assertThat(check(List.of(head(8, two.hash())), anew, log))
        .isEqualTo(at(7, Reason.HEAD_DIFFERS));
  }

  @Test
  void two_heads_of_one_place_that_differ_are_found() {
    var heads = List.of(head(8, two.hash()), head(8, three.hash()));

    assertThat(check(heads, List.of(one, two, three), records(0, 9)))
        .isEqualTo(at(7, Reason.HEAD_DIFFERS));
  }

  @Test
  void heads_of_other_partitions_say_nothing_here() {
    var other = new ChainHead(MEMBERS.topic(), MEMBERS.topicId(), 3, 90, three.hash());

    assertThat(check(List.of(other), List.of(one), records(0, 9))).isEmpty();
  }
}
