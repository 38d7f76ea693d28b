package vn.sen.local.demo.dataset.lending;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.sen.local.demo.dataset.lending.LoanDraft.Owed;
import vn.sen.local.demo.dataset.lending.LoanDraft.Terms;

/** Gives every loan its number, programme and dates. */
final class ContractTerms {

  private static final int YOUNGEST_DAYS = 30;
  private static final int SPAN_OF_DAYS = 1_000;
  private static final int YEARS = 5;
  private static final int FIRST_NUMBER = 1_000_000;

  private final LendingTargets targets;
  private final TransactionDays days;
  private final Random random;
  private final Map<String, Programme> programmes;
  private final Map<String, Integer> numbers = new HashMap<>();

  ContractTerms(LendingTargets targets, TransactionDays days, Random random) {
    this.targets = targets;
    this.days = days;
    this.random = random;
    this.programmes =
        targets.programmes().stream()
            .collect(Collectors.toMap(Programme::code, Function.identity()));
  }

  LoanDraft draft(Owed owed) {
    var disbursedOn =
        owed.opened()
            ? days.early(owed.commune())
            : targets.openingDate().minusDays(YOUNGEST_DAYS + random.nextInt(SPAN_OF_DAYS));
    var code = owed.bank().code();
    var number = FIRST_NUMBER + numbers.merge(code, 1, Integer::sum);
    var loan = code + "-" + disbursedOn.getYear() + "-" + number;
    return new LoanDraft(
        owed, new Terms(loan, programme(owed.bank()), disbursedOn, disbursedOn.plusYears(YEARS)));
  }

  private Programme programme(Bank bank) {
    var codes = bank.programmes();
    var code = codes.get((int) (codes.size() * random.nextDouble() * random.nextDouble()));
    var programme = programmes.get(code);
    if (programme == null) {
      throw new IllegalArgumentException(bank.code() + " names no programme " + code);
    }
    return programme;
  }
}
