package vn.sen.training.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ActivityKind;
import vn.sen.events.training.ActivityPlace;
import vn.sen.events.training.ActivityPlan;
import vn.sen.events.training.BudgetSource;
import vn.sen.events.training.CategoryCount;
import vn.sen.events.training.MemberAttendance;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.events.training.ParticipantTrait;
import vn.sen.events.training.Recommendation;
import vn.sen.events.training.TraitCount;

/** A visit of a district to one of its communes, of two days. */
final class ActivityMother {

  static final UUID DISTRICT = UUID.randomUUID();
  static final UUID COMMUNE = UUID.randomUUID();
  static final UUID HOA = UUID.randomUUID();
  static final LocalDate FIRST = LocalDate.of(2023, 5, 10);
  static final LocalDate LAST = LocalDate.of(2023, 5, 11);
  static final LocalDate REPORTED = LocalDate.of(2023, 5, 15);
  static final LocalDate TODAY = LocalDate.of(2023, 6, 1);
  static final long BUDGET = 5_000_000;

  private ActivityMother() {}

  static Outline visit(LocalDate from, LocalDate to, long budget) {
    return visit(COMMUNE, from, to, budget);
  }

  static Outline visit(@Nullable UUID target, LocalDate from, LocalDate to, long budget) {
    return Outline.of(
        new ActivityPlan(
            ActivityKind.SUPPORT_VISIT,
            DISTRICT,
            target,
            from,
            to,
            "DA8",
            null,
            budget,
            BudgetSource.UNION),
        "Hỗ trợ cơ sở",
        "Trụ sở xã");
  }

  static Activity planned() {
    return Activity.plan(visit(FIRST, LAST, BUDGET), TODAY).state();
  }

  static Activity held() {
    return planned().hold(FIRST, LAST, TODAY).state();
  }

  static Activity reported(Report report) {
    return held().report(report, TODAY).state();
  }

  static Report report(int recommendations) {
    return report(recommendations, REPORTED);
  }

  static Report report(int recommendations, LocalDate on) {
    var advice = new ArrayList<Report.Advice>();
    for (int number = 1; number <= recommendations; number++) {
      advice.add(
          new Report.Advice(
              "Kiến nghị " + number,
              new Recommendation(number, COMMUNE, LocalDate.of(2023, 12, 31), null)));
    }
    return new Report("Đã hỗ trợ", advice, on);
  }

  /** Hoa, men of whom the number is known, and how many of all are women. */
  static Attendees attendees(int men, int women) {
    return new Attendees(
        List.of(new MemberAttendance(HOA, ParticipantCategory.MEMBER)),
        List.of(new CategoryCount(ParticipantCategory.MAN, men)),
        List.of(new TraitCount(ParticipantTrait.WOMEN, women)));
  }

  static ActivityPlace place() {
    return place(null, null, null);
  }

  static ActivityPlace place(
      @Nullable UUID person,
      @Nullable ParticipantCategory category,
      @Nullable ParticipantTrait trait) {
    return new ActivityPlace(
        ActivityKind.SUPPORT_VISIT,
        DISTRICT,
        List.of(),
        COMMUNE,
        List.of(),
        "DA8",
        null,
        person,
        category,
        trait);
  }
}
