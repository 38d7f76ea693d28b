package vn.sen.local.demo.dataset.lending;

import java.util.List;
import vn.sen.local.demo.dataset.UnitFact;

/**
 * A household with whoever of it borrows: one person, or two, whom banks take for two households.
 */
public record BorrowingHousehold(int number, UnitFact commune, List<Borrower> people) {

  public BorrowingHousehold {
    people = List.copyOf(people);
  }
}
