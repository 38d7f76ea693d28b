package vn.sen.training.activity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.events.training.ActivityCancellation;
import vn.sen.events.training.ActivityKind;
import vn.sen.events.training.ActivityPlan;
import vn.sen.events.training.BudgetSource;
import vn.sen.events.training.CategoryCount;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.events.training.ParticipantTrait;
import vn.sen.events.training.Recommendation;
import vn.sen.events.training.TraitCount;

/** What the API of activities reads and writes. */
final class ActivityBodies {

  private static final String TEXT = "\\P{Cntrl}*";
  private static final String LINES = "[\\P{Cntrl}\\n]*";

  private ActivityBodies() {}

  /**
   * What an activity is to be, or was.
   *
   * @param unitId the organiser
   * @param title what it is about, in words
   * @param place where it is held, in words
   * @param targetUnitId the unit that is visited, inspected or supported; null for none
   * @param from the first day
   * @param to the last day
   * @param programme the code of the programme of the Union it belongs to, or null
   * @param themeId its theme, or null
   * @param budget in đồng
   */
  record ActivityDraft(
      @NotNull ActivityKind kind,
      @NotNull UUID unitId,
      @NotBlank @Size(max = 200) @Pattern(regexp = TEXT) String title,
      @NotBlank @Size(max = 200) @Pattern(regexp = TEXT) String place,
      @Nullable UUID targetUnitId,
      @NotNull LocalDate from,
      @NotNull LocalDate to,
      @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{1,19}") String programme,
      @Nullable UUID themeId,
      @NotNull @PositiveOrZero @Max(1_000_000_000_000L) Long budget,
      @NotNull BudgetSource source) {

    Outline outline() {
      return Outline.of(
          new ActivityPlan(
              kind,
              unitId,
              targetUnitId,
              DateOutOfRange.checked("/from", from),
              DateOutOfRange.checked("/to", to),
              programme == null ? null : programme.toUpperCase(Locale.ROOT),
              themeId,
              budget,
              source),
          plain(title),
          plain(place));
    }
  }

  /** The days on which it was held. */
  record Holding(@NotNull LocalDate from, @NotNull LocalDate to) {}

  /** So many people came as something, of whom only the number is known. */
  record OtherPeople(
      @NotNull ParticipantCategory category, @NotNull @Min(1) @Max(1_000_000) Integer count) {}

  /** Of all who came, so many have a trait. */
  record PeopleWithTrait(
      @NotNull ParticipantTrait trait, @NotNull @Min(1) @Max(1_000_000) Integer count) {}

  /**
   * Who came.
   *
   * @param members members of the Union, by id
   * @param others people of whom only the number is known, by category
   * @param traits of all these, how many have which trait; traits overlap
   */
  record NewAttendees(
      @NotNull @Size(max = Activity.MOST_NAMED) List<@NotNull UUID> members,
      @NotNull @Size(max = 20) List<@NotNull @Valid OtherPeople> others,
      @NotNull @Size(max = 20) List<@NotNull @Valid PeopleWithTrait> traits) {

    List<CategoryCount> counted() {
      return others.stream()
          .map(other -> new CategoryCount(other.category(), other.count()))
          .toList();
    }

    List<TraitCount> traitCounts() {
      return traits.stream().map(trait -> new TraitCount(trait.trait(), trait.count())).toList();
    }
  }

  /**
   * A recommendation.
   *
   * @param ownerUnitId the unit that is to do it
   */
  record NewRecommendation(
      @NotBlank @Size(max = 1000) @Pattern(regexp = LINES) String text,
      @NotNull UUID ownerUnitId,
      @NotNull LocalDate dueOn) {}

  /**
   * What came of an activity. The text names no people.
   *
   * @param recommendations numbered from 1 in this order
   * @param on the day of the report
   */
  record NewReport(
      @NotBlank @Size(max = 5000) @Pattern(regexp = LINES) String outcome,
      @NotNull @Size(max = 50) List<@NotNull @Valid NewRecommendation> recommendations,
      @NotNull LocalDate on) {

    Report told() {
      var advice = new ArrayList<Report.Advice>();
      for (var recommendation : recommendations) {
        int number = advice.size() + 1;
        var pointer = "/recommendations/" + (number - 1) + "/dueOn";
        var dueOn = DateOutOfRange.checked(pointer, recommendation.dueOn());
        advice.add(
            new Report.Advice(
                plain(recommendation.text()),
                new Recommendation(number, recommendation.ownerUnitId(), dueOn, null)));
      }
      return new Report(plain(outcome), advice, DateOutOfRange.checked("/on", on));
    }
  }

  /** The day on which a recommendation was done. */
  record Completion(@NotNull LocalDate on) {}

  record ActivityCancelling(@NotNull ActivityCancellation reason) {}

  record ActivityAssignment(@NotNull UUID successorId) {}

  /**
   * An activity, with how many came and nobody's id.
   *
   * @param people how many came
   * @param members how many of them are known by id
   * @param report absent while nothing was reported
   */
  record ActivityView(
      UUID id,
      long version,
      Activity.Status status,
      ActivityPlan plan,
      String title,
      String place,
      int people,
      int members,
      List<CategoryCount> others,
      List<TraitCount> traits,
      @Nullable Report report,
      @Nullable ActivityCancellation cancelledFor) {

    static ActivityView of(UUID id, long version, Activity state) {
      var attendees = state.attendees();
      return new ActivityView(
          id,
          version,
          state.status(),
          state.outline().plan(),
          state.outline().title(),
          state.outline().place(),
          attendees.total(),
          attendees.members().size(),
          attendees.others(),
          attendees.traits(),
          state.reported().orElse(null),
          state instanceof Activity.Cancelled cancelled ? cancelled.reason() : null);
    }
  }

  private static String plain(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }
}
