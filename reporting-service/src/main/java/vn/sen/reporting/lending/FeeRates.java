package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sen.reporting.lending.LendingRow.Agreed;
import vn.sen.reporting.lending.LendingSnapshot.TermsKey;
import vn.sen.reporting.reading.Facts;

/** The share of the interest that a bank pays as a fee, on any day, for any programme. */
final class FeeRates {

  /** What fees are agreed in, of the interest. */
  static final long ALL = 10_000;

  /** So many digits of a fee in đồng stand behind the point. */
  static final int DECIMALS = 4;

  private final LendingSnapshot snapshot;
  private final Map<UUID, List<Agreed>> terms = new HashMap<>();

  FeeRates(LendingSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** In hundredths of a percent; 0 where nothing is agreed. */
  int of(UUID bank, UUID programme, LocalDate day) {
    var known = terms.computeIfAbsent(bank, this::latestFirst);
    for (var agreed : known) {
      if (!agreed.from().isAfter(day)) {
        return snapshot
            .ownFees()
            .getOrDefault(new TermsKey(bank, agreed.sequence()), Map.of())
            .getOrDefault(programme, agreed.fee());
      }
    }
    return 0;
  }

  /** One for each day from which something holds: of those of one day the later word. */
  private List<Agreed> latestFirst(UUID bank) {
    var said = snapshot.terms().getOrDefault(bank, Facts.none());
    var standing = new ArrayList<Agreed>();
    said.all().stream()
        .map(Facts.Fact::from)
        .distinct()
        .sorted()
        .forEach(from -> standing.add(said.standingOn(from).orElseThrow()));
    return standing.reversed();
  }
}
