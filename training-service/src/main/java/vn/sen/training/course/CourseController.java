package vn.sen.training.course;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.events.training.CourseLevel;
import vn.sen.training.theme.KnownThemes;

/** Courses over HTTP. */
@RestController
@RequestMapping(CourseController.PATH)
class CourseController {

  static final String PATH = "/api/training/courses";

  private static final String CODE = "[A-Za-z0-9][A-Za-z0-9-]{1,19}";
  private static final String TEXT = "\\P{Cntrl}*";

  private final Courses courses;
  private final KnownThemes themes;
  private final Scope scope;

  CourseController(Courses courses, KnownThemes themes, Scope scope) {
    this.courses = courses;
    this.themes = themes;
    this.scope = scope;
  }

  /**
   * What a course is from a day on.
   *
   * @param hours of teaching
   * @param audience whom it is for, in words
   * @param competency the code of what those who pass are competent in, or null
   * @param validMonths how long the competency lasts; null for ever
   */
  record NewEdition(
      @NotBlank @Size(max = 200) @Pattern(regexp = TEXT) String name,
      @NotNull @Min(1) @Max(2000) Integer hours,
      @NotBlank @Size(max = 200) @Pattern(regexp = TEXT) String audience,
      @NotNull CourseLevel level,
      @Nullable @Pattern(regexp = CODE) String competency,
      @Nullable @Min(1) @Max(600) Integer validMonths,
      @NotNull LocalDate from) {

    Course.Edition edition(String pointer) {
      return new Course.Edition(
          plain(name),
          hours,
          plain(audience),
          level,
          competency == null ? null : competency.toUpperCase(Locale.ROOT),
          validMonths,
          DateOutOfRange.checked(pointer + "/from", from));
    }
  }

  /**
   * A course to hold classes of.
   *
   * @param first what it is from its first day on
   */
  record NewCourse(
      @NotNull @Pattern(regexp = CODE) String code,
      @NotNull UUID themeId,
      @NotNull @Valid NewEdition first) {}

  /** The end of a course. */
  record CourseRetirement(@NotNull LocalDate on) {}

  /** A course with all that it was. */
  record CourseView(
      UUID id,
      long version,
      String code,
      UUID themeId,
      List<Course.Edition> editions,
      @Nullable LocalDate retiredOn) {

    static CourseView of(Stored<Course> stored) {
      var course = stored.state();
      return new CourseView(
          stored.id(),
          stored.version(),
          course.code(),
          course.themeId(),
          course.editions(),
          course.retiredOn());
    }
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping
  ResponseEntity<Done> introduce(@Valid @RequestBody NewCourse body, CommandContext by) {
    scope.requireTop(by.sender());
    var edition = body.first().edition("/first");
    if (!themes.taughtOn(body.themeId(), edition.from())) {
      throw new CourseRules.ThemeNotTaught();
    }
    return CommandAnswers.created(
        courses.introduce(
            by, Course.introduce(body.code().toUpperCase(Locale.ROOT), body.themeId(), edition)),
        PATH);
  }

  /** From a day on the course is another one under the same code. */
  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/editions")
  ResponseEntity<Done> revise(
      @PathVariable UUID id, @Valid @RequestBody NewEdition body, CommandContext by) {
    scope.requireTop(by.sender());
    return CommandAnswers.changed(
        courses.change(id, by, course -> course.revise(body.edition(""))));
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/retirement")
  ResponseEntity<Done> retire(
      @PathVariable UUID id, @Valid @RequestBody CourseRetirement body, CommandContext by) {
    scope.requireTop(by.sender());
    var on = DateOutOfRange.checked("/on", body.on());
    return CommandAnswers.changed(courses.change(id, by, course -> course.retire(on)));
  }

  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping("/{id}")
  ResponseEntity<CourseView> get(@PathVariable UUID id) {
    var stored = courses.get(id);
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(CourseView.of(stored));
  }

  /** The courses of which classes can begin on a day (today where none is given), by code. */
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  ResponseEntity<Page<CourseView>> list(
      @RequestParam(required = false) @Nullable LocalDate at,
      @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var behind = Cursor.parse(cursor, 1);
    var found =
        courses.on(
            at == null ? BusinessZone.today() : at,
            behind.isEmpty() ? "" : behind.getFirst(),
            limit + 1);
    var items = found.stream().limit(limit).map(CourseView::of).toList();
    return Page.of(items, found.size() > limit ? Cursor.of(items.getLast().code()) : null);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }
}
