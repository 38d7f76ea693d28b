package vn.sen.local.demo.dataset.work;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.training.ActivityKind;
import vn.sen.events.training.ResultMeasure;

/**
 * What the invented work of the Union is made of; nothing of it is known to any service.
 *
 * @param termsFrom the first day of the terms
 * @param asOf the date of the figures
 * @param titles one person each, at every unit of their levels
 */
public record WorkTargets(
    LocalDate termsFrom,
    LocalDate asOf,
    List<Title> titles,
    List<Course> courses,
    List<Groups> groups,
    List<Programme> programmes,
    Dialogue dialogue,
    SupportVisits supportVisits) {

  public WorkTargets {
    programmes = List.copyOf(programmes);
    titles = List.copyOf(titles);
    courses = List.copyOf(courses);
    groups = List.copyOf(groups);
  }

  /**
   * A programme of the Union.
   *
   * @param source the decision it rests on
   */
  public record Programme(
      String code,
      String name,
      LocalDate from,
      LocalDate until,
      String source,
      List<Indicator> indicators) {
    public Programme {
      indicators = List.copyOf(indicators);
    }
  }

  /**
   * An indicator and the rule that counts it: of a programme's own groups or activities.
   *
   * @param unit in which it is measured
   */
  public record Indicator(
      String code,
      String name,
      String unit,
      ResultMeasure measure,
      @Nullable String groupType,
      @Nullable ActivityKind activityKind) {}

  /** A policy dialogue in the first commune of a district. */
  public record Dialogue(String title, String programme, String district, LocalDate day) {}

  /**
   * A visit to each commune that gathers few of its women, by its district.
   *
   * @param day of the first; the others follow, one a day
   */
  public record SupportVisits(String title, String programme, LocalDate day) {}

  /** A title with one seat at each unit of some levels. */
  public record Title(String code, String name, List<UnitLevel> levels) {
    public Title {
      levels = List.copyOf(levels);
    }
  }

  /**
   * A course that everybody of some titles attends, one class for each district.
   *
   * @param theme its name
   * @param competency what it gives
   * @param day of the first class; the others follow, one a day
   * @param budget of a class, in đồng
   */
  public record Course(
      String code,
      String theme,
      String name,
      String competency,
      int hours,
      List<String> titles,
      List<UnitLevel> levels,
      LocalDate day,
      long budget) {
    public Course {
      titles = List.copyOf(titles);
      levels = List.copyOf(levels);
    }
  }

  /**
   * Groups of one type.
   *
   * @param programme its code, or null
   * @param from the first of them was founded on this day, the others follow one a day
   * @param districts where they are, by code; one after the other
   * @param commune where all of them are instead, by code; or null
   */
  public record Groups(
      String type,
      String name,
      @Nullable String programme,
      int count,
      LocalDate from,
      List<String> districts,
      @Nullable String commune) {
    public Groups {
      districts = districts == null ? List.of() : List.copyOf(districts);
    }
  }
}
