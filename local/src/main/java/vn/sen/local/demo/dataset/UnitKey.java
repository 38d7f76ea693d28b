package vn.sen.local.demo.dataset;

import java.time.LocalDate;

/** The natural key of an org unit: codes are recycled, so a code alone names nothing. */
public record UnitKey(String code, LocalDate validFrom) {

  @Override
  public String toString() {
    return code + "@" + validFrom;
  }
}
