package vn.sen.local.demo.dataset.lending;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Divides a bank's borrowers of a commune among savings and credit groups. */
final class GroupPlan {

  private static final int FEWEST = 5;

  /** Loans that are paid off in the year leave room for those that come. */
  private static final int USUAL = 38;

  private final Map<Place, List<String>> groups = new HashMap<>();

  private record Place(String bank, String commune) {

    static Place of(LoanDraft loan) {
      return new Place(loan.bank.code(), loan.commune.key().code());
    }
  }

  /**
   * Gives every loan its group; none where too few borrow.
   *
   * @param open loans whose borrowers make the groups
   * @param closed loans that were followed by one of them
   */
  void assign(List<LoanDraft> open, List<LoanDraft> closed) {
    var borrowers = new LinkedHashMap<Place, Map<Integer, Integer>>();
    for (var loan : open) {
      var there = borrowers.computeIfAbsent(Place.of(loan), p -> new HashMap<>());
      there.putIfAbsent(loan.borrower.number(), there.size());
    }
    borrowers.forEach((place, people) -> groups.put(place, codes(place, people.size())));
    for (var loan : open) {
      var people = borrowers.getOrDefault(Place.of(loan), Map.of());
      var index = people.getOrDefault(loan.borrower.number(), 0);
      follow(loan, (int) ((long) index * at(loan).size() / people.size()));
    }
    for (var loan : closed) {
      follow(loan, loan.borrower.number());
    }
  }

  /** Another group of the loan's bank and commune. */
  Optional<String> other(LoanDraft loan) {
    return at(loan).stream().filter(code -> !code.equals(loan.group())).findFirst();
  }

  private void follow(LoanDraft loan, int index) {
    var there = at(loan);
    loan.follow(there.isEmpty() ? null : there.get(index % there.size()));
  }

  private List<String> at(LoanDraft loan) {
    return groups.getOrDefault(Place.of(loan), List.of());
  }

  private static List<String> codes(Place place, int borrowers) {
    var count = borrowers < FEWEST ? 0 : (borrowers + USUAL - 1) / USUAL;
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> "%s-%s-%02d".formatted(place.bank(), place.commune(), n))
        .toList();
  }
}
