package vn.sen.membership.title;

import java.time.LocalDate;
import java.util.List;
import vn.sen.events.membership.TitleSeats;
import vn.sen.events.membership.UnitLevel;

/** Titles to test with. */
public final class TitleMother {

  public static final LocalDate INTRODUCED = LocalDate.of(2000, 1, 1);

  private TitleMother() {}

  /** One at each province and commune. */
  public static Title chair() {
    return withSeats(1);
  }

  /** So many at each commune, and one at each province. */
  public static Title withSeats(int seats) {
    return Title.introduce(
            "CHU_TICH",
            "Chủ tịch Hội",
            List.of(
                new TitleSeats(UnitLevel.PROVINCE, 1), new TitleSeats(UnitLevel.COMMUNE, seats)),
            INTRODUCED)
        .state();
  }

  public static Title withSeatsFrom(Title title, int seats, LocalDate from) {
    return title.setSeats(UnitLevel.COMMUNE, seats, from).state();
  }

  public static Title withStandard(Title title, Standard standard) {
    return title.setStandard(standard).state();
  }
}
