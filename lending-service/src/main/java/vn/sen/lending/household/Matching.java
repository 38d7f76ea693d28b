package vn.sen.lending.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.Received;
import vn.sen.events.MalformedEventException;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdConfirmed;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdMatchUndone;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdMatched;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdOpened;
import vn.sen.events.restricted.IdentityHash;
import vn.sen.lending.household.MemberHashes.Known;
import vn.sen.lending.household.MemberHashes.Word;

/**
 * The rule that says which household of the membership service a borrower belongs to: that of the
 * member whose identity number has the same hash. It looks whenever a hash comes and whenever a
 * household is opened, at what is known then, so that it does not matter which of the two comes
 * first, or how often.
 */
@Component
class Matching {

  static final String GROUP = "lending.identity-hashes";
  static final String GROUP_OF_EVENTS = "lending.matching";

  private static final Logger LOG = LoggerFactory.getLogger(Matching.class);

  private final MemberHashes members;
  private final Households households;
  private final Clock clock;

  Matching(MemberHashes members, Households households, Clock clock) {
    this.members = members;
    this.households = households;
    this.clock = clock;
  }

  /** Takes what the membership service says of members. */
  void hashes(List<ConsumerRecord<byte[], byte[]>> records) {
    var words = new LinkedHashMap<UUID, Word>();
    for (var record : records) {
      try {
        var word = word(IdentityHash.Word.from(record));
        words.merge(word.memberId(), word, (a, b) -> a.sequence() < b.sequence() ? b : a);
      } catch (MalformedEventException e) {
        LOG.error("Unreadable record {}@{}", record.topic(), record.offset(), e);
      }
    }
    var replaced = members.note(words.values());
    // somebody else may bear a hash that was wrong for one
    var borrowers = new HashSet<>(replaced);
    withdraw(replaced);
    for (var word : words.values()) {
      if (word.known() != null) {
        borrowers.add(word.known().borrower());
      }
    }
    match(borrowers.stream().map(Households::idOf).toList());
    if (!replaced.isEmpty()) {
      members.settled(words.values());
    }
  }

  /** A hash that no member bears any more matches nobody. */
  private void withdraw(Set<String> replaced) {
    if (replaced.isEmpty()) {
      return;
    }
    var borne = members.of(replaced).keySet();
    var wrong = replaced.stream().filter(hash -> !borne.contains(hash));
    var today = LocalDate.now(clock);
    households
        .findAll(wrong.map(Households::idOf).toList())
        .keySet()
        .forEach(id -> households.change(id, by(), state -> state.matchWithdrawn(today)));
  }

  private Word word(IdentityHash.Word told) {
    var said = told.said();
    return new Word(
        told.memberId(),
        told.sequence(),
        said == null
            ? null
            : new Known(
                households.ofMatching(said.hash()), said.householdId(), said.from(), said.to()));
  }

  /** Takes events of borrowing households: who is new is looked for, who is found is joined. */
  void events(List<Received> events) {
    var opened = new HashSet<UUID>();
    var joined = new HashSet<UUID>();
    for (var received : events) {
      switch (received.event()) {
        case HouseholdOpened _ -> opened.add(received.envelope().subject());
        case HouseholdMatched e -> {
          joined.add(e.knownHouseholdId());
          if (e.formerHouseholdId() != null) {
            joined.add(e.formerHouseholdId());
          }
        }
        case HouseholdMatchUndone e -> joined.add(e.formerHouseholdId());
        case HouseholdConfirmed e -> {
          if (e.knownHouseholdId() != null) {
            joined.add(e.knownHouseholdId());
          }
        }
        default -> {
          // an officer's word
        }
      }
    }
    match(opened);
    joined.forEach(this::join);
  }

  private void match(Collection<UUID> ids) {
    var open = new HashMap<>(households.findAll(ids));
    open.values().removeIf(stored -> !stored.state().isOpenToTheRule());
    if (open.isEmpty()) {
      return;
    }
    var known = members.of(open.values().stream().map(s -> s.state().borrower()).toList());
    var today = LocalDate.now(clock);
    open.forEach(
        (id, stored) -> {
          var member = known.get(stored.state().borrower());
          if (member != null && member.householdId() != null) {
            var household = member.householdId();
            households.change(id, by(), state -> state.matched(household, member.from(), today));
          }
        });
  }

  /**
   * Borrowers of one household of the membership service count once. Whoever looks comes to the
   * same: the one that an officer has confirmed counts for all, because the rule does not move it;
   * else the one with the least id.
   */
  private void join(UUID membershipHousehold) {
    var all = ofOne(membershipHousehold);
    if (all.isEmpty()) {
      return;
    }
    var today = LocalDate.now(clock);
    var first =
        all.entrySet().stream()
            .filter(entry -> entry.getValue().isConfirmedByOfficer())
            .findFirst()
            .orElseGet(all::firstEntry);
    // an officer may have said that the first one is another one
    var root =
        first.getValue().isMergedByOfficer() ? households.countsAs(first.getKey()) : first.getKey();
    var since = from(first.getValue(), today);
    all.forEach(
        (id, household) -> {
          var from = later(from(household, today), since);
          var into = id.equals(root) ? null : root;
          households.change(id, by(), state -> state.countsAs(into, from, today));
        });
  }

  private LinkedHashMap<UUID, BorrowingHousehold> ofOne(UUID membershipHousehold) {
    var found = new ArrayList<Map.Entry<UUID, BorrowingHousehold>>();
    households
        .findAll(households.knownAs(membershipHousehold))
        .forEach((id, stored) -> found.add(Map.entry(id, stored.state())));
    found.sort(Map.Entry.comparingByKey(Comparator.comparing(UUID::toString)));
    var sorted = new LinkedHashMap<UUID, BorrowingHousehold>();
    found.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private static LocalDate from(BorrowingHousehold household, LocalDate today) {
    var match = household.match();
    return match == null ? today : match.from();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? other : one;
  }

  /** What is decided depends on the state alone, so that no two commands need be one. */
  private static CommandContext by() {
    return CommandContext.process(GROUP, UUID.randomUUID().toString());
  }
}
