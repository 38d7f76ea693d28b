package vn.sen.local.demo.dataset.lending;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import vn.sen.local.demo.dataset.LargestRemainder;

/**
 * A bank that lends to the Union's households.
 *
 * @param name as it was on the day of the statement
 * @param from the first day on which the demo knows it by that name
 * @param programmes their codes, the most frequent first
 * @param amounts what households owe it at the end; every household owes one of them
 */
public record Bank(
    String code,
    String name,
    LocalDate from,
    Format format,
    List<String> programmes,
    List<Amount> amounts) {

  /** How the bank writes its statements. */
  public enum Format {
    NDJSON,
    CSV
  }

  /** So many households owe so much, in million đồng. */
  public record Amount(long million, int households) {}

  public Bank {
    programmes = List.copyOf(programmes);
    amounts = List.copyOf(amounts);
  }

  /** All that borrow there. */
  public int households() {
    return amounts.stream().mapToInt(Amount::households).sum();
  }

  /** With so many households, as many of each amount as before, in proportion. */
  Bank withHouseholds(int households) {
    var parts =
        LargestRemainder.split(
            households, amounts.stream().mapToDouble(Amount::households).toArray());
    var scaled =
        IntStream.range(0, parts.length)
            .mapToObj(i -> new Amount(amounts.get(i).million(), parts[i]))
            .toList();
    return new Bank(code, name, from, format, programmes, scaled);
  }
}
