package vn.sen.local.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import vn.sen.local.demo.Api.Answer;
import vn.sen.local.demo.dataset.work.WorkData;
import vn.sen.local.demo.dataset.work.WorkTargets;

/** Enters who holds which post, which groups were founded, and which classes were held. */
final class WorkSteps {

  private static final String TITLES = "/api/membership/titles";
  private static final String POSTS = "/api/membership/posts";
  private static final String GROUP_TYPES = "/api/membership/group-types";
  private static final String GROUPS = "/api/membership/groups";
  private static final String THEMES = "/api/training/themes";
  private static final String COURSES = "/api/training/courses";
  private static final String PROGRAMMES = "/api/training/programmes";
  private static final String ACTIVITIES = "/api/training/activities";
  private static final String CLASSES = "/api/training/classes";

  private static final Duration POLL = Duration.ofMillis(500);
  private static final int POLLS = 240;

  private final LoadContext context;
  private final Api api;
  private final LoadedUnits units;
  private final MemberDirectory members;
  private final Map<String, String> titles = new ConcurrentHashMap<>();
  private final Map<String, String> courses = new ConcurrentHashMap<>();

  /**
   * @param api a door of which no membership report takes notice
   */
  WorkSteps(LoadContext context, Api api, LoadedUnits units, MemberDirectory members) {
    this.context = context;
    this.api = api;
    this.units = units;
    this.members = members;
  }

  /** Titles, and who holds them on the first map. */
  void appoint() {
    each("Chức danh (titles)", context.work().targets().titles(), this::introduce);
    each("Cán bộ giữ chức danh (posts)", context.work().posts(), this::appoint);
  }

  private void introduce(WorkTargets.Title title) {
    var answer =
        api.post(
            TITLES,
            context.key("title", title.code()),
            Map.of(
                "code",
                title.code(),
                "name",
                title.name(),
                "seats",
                title.levels().stream()
                    .map(level -> Map.of("level", level.name(), "seats", 1))
                    .toList(),
                "from",
                context.work().targets().termsFrom().toString()));
    titles.put(title.code(), answer.text("id"));
  }

  private void appoint(WorkData.Post post) {
    api.change(
        POSTS + "/" + units.id(post.unit()) + "/" + known(titles, post.title().code()) + "/terms",
        context.key("term-" + post.title().code(), post.unit()),
        0,
        Map.of(
            "personId",
            members.get(post.person()).id(),
            "from",
            context.work().targets().termsFrom().toString()));
  }

  /** Groups of all types. */
  void found() {
    each("Loại mô hình (types of groups)", context.work().targets().groups(), this::define);
    each("Tổ, câu lạc bộ, mô hình (groups)", context.work().groups(), this::found);
  }

  private void define(WorkTargets.Groups kind) {
    api.post(
        GROUP_TYPES,
        context.key("group-type", kind.type()),
        Map.of("code", kind.type(), "name", kind.name(), "from", kind.from().toString()));
  }

  private void found(WorkData.Group group) {
    var body = new HashMap<String, Object>();
    body.put("type", group.kind().type());
    body.put("name", group.kind().name() + " số " + group.number());
    body.put("unitId", units.id(group.commune()));
    body.put("foundedOn", group.foundedOn().toString());
    if (group.kind().programme() != null) {
      body.put("programme", group.kind().programme());
    }
    api.post(GROUPS, context.key("group-" + group.kind().type(), group.number()), body);
  }

  /** Programmes with their indicators, and the activities under them. */
  void act() {
    each(
        "Chương trình, đề án (programmes)", context.work().targets().programmes(), this::introduce);
    each("Hoạt động (activities)", context.work().activities(), this::hold);
  }

  private void introduce(WorkTargets.Programme programme) {
    var introduced =
        api.post(
            PROGRAMMES,
            context.key("union-programme", programme.code()),
            Map.of(
                "code",
                programme.code(),
                "name",
                programme.name(),
                "days",
                Map.of(
                    "from",
                    programme.from().toString(),
                    "until",
                    programme.until().toString(),
                    "source",
                    programme.source())));
    long version = introduced.version();
    for (var indicator : programme.indicators()) {
      var rule = new HashMap<String, Object>();
      rule.put("measure", indicator.measure().name());
      rule.put("ownOnly", true);
      if (indicator.groupType() != null) {
        rule.put("groupType", indicator.groupType());
      }
      if (indicator.activityKind() != null) {
        rule.put("activityKind", indicator.activityKind().name());
      }
      version =
          api.change(
                  PROGRAMMES + "/" + introduced.text("id") + "/indicators",
                  context.key("indicator-" + programme.code(), indicator.code()),
                  version,
                  Map.of(
                      "code",
                      indicator.code(),
                      "name",
                      indicator.name(),
                      "unit",
                      indicator.unit(),
                      "decimals",
                      0,
                      "rule",
                      rule,
                      "from",
                      programme.from().toString()))
              .version();
    }
  }

  private void hold(WorkData.Activity activity) {
    var key = activity.kind() + "-" + activity.organiser() + "-" + activity.day();
    var day = activity.day().toString();
    var body = new HashMap<String, Object>();
    body.put("kind", activity.kind().name());
    body.put("unitId", units.id(activity.organiser()));
    body.put("title", activity.title());
    body.put("place", "Hội trường");
    if (activity.visited() != null) {
      body.put("targetUnitId", units.id(activity.visited()));
    }
    body.put("from", day);
    body.put("to", day);
    body.put("programme", activity.programme());
    body.put("budget", 0);
    body.put("source", "UNION");
    var planned = api.post(ACTIVITIES, context.key("activity", key), body);
    api.change(
        ACTIVITIES + "/" + planned.text("id") + "/holding",
        context.key("activity-held", key),
        planned.version(),
        Map.of("from", day, "to", day));
  }

  /** Courses and their classes, from the plan to the results. */
  void train() {
    each("Chuyên đề, khóa học (courses)", context.work().targets().courses(), this::introduce);
    each("Lớp tập huấn (classes)", context.work().classes(), this::hold);
  }

  private void introduce(WorkTargets.Course course) {
    var from = course.day().withDayOfYear(1).toString();
    var theme =
        api.post(
            THEMES,
            context.key("theme", course.code()),
            Map.of("code", course.code(), "name", course.theme(), "from", from));
    var first =
        Map.of(
            "name",
            course.name(),
            "hours",
            course.hours(),
            "audience",
            "Cán bộ Hội",
            "level",
            "UPDATE",
            "competency",
            course.competency(),
            "from",
            from);
    var answer =
        api.post(
            COURSES,
            context.key("course", course.code()),
            Map.of("code", course.code(), "themeId", theme.text("id"), "first", first));
    courses.put(course.code(), answer.text("id"));
  }

  private void hold(WorkData.TrainingClass held) {
    var key = held.course().code() + "-" + held.district();
    var people = held.people().stream().map(person -> members.get(person).id()).toList();
    var planned =
        api.post(
            CLASSES,
            context.key("class", key),
            Map.of(
                "courseId",
                known(courses, held.course().code()),
                "unitId",
                units.id(held.district()),
                "plan",
                plan(held.course(), held.day())));
    var path = CLASSES + "/" + planned.text("id");
    var opened =
        api.change(path + "/opening", context.key("opening", key), planned.version(), Map.of());
    var enrolled = enrol(path, key, opened.version(), people);
    var marked =
        api.change(
            path + "/attendance",
            context.key("attendance", key),
            enrolled.version(),
            Map.of(
                "session",
                1,
                "marks",
                people.stream()
                    .map(person -> Map.of("personId", person, "attendance", "PRESENT"))
                    .toList()));
    var done =
        api.change(path + "/holding", context.key("holding", key), marked.version(), Map.of());
    api.change(
        path + "/results",
        context.key("results", key),
        done.version(),
        Map.of(
            "results",
            people.stream().map(person -> Map.of("personId", person, "passed", true)).toList()));
  }

  private static Map<String, Object> plan(WorkTargets.Course course, LocalDate day) {
    return Map.of(
        "place",
        "Hội trường",
        "sessions",
        List.of(Map.of("date", day.toString(), "part", "MORNING")),
        "budget",
        course.budget(),
        "source",
        "STATE");
  }

  /** The training service hears of people after they were entered. */
  private Answer enrol(String path, String key, long version, List<String> people) {
    for (var poll = 1; ; poll++) {
      try {
        return api.change(
            path + "/participants",
            context.key("participants", key),
            version,
            Map.of("participants", people));
      } catch (Api.Refused refused) {
        if (!refused.rule().equals("participant-unknown") || poll == POLLS) {
          throw refused;
        }
        api.waitFor(POLL);
      }
    }
  }

  private static String known(Map<String, String> ids, String code) {
    var id = ids.get(code);
    if (id == null) {
      throw new StepFailed("nothing was entered as " + code);
    }
    return id;
  }

  private <T> void each(String name, List<T> items, Consumer<T> command) {
    context.progress().begin(name, items.size());
    context.workers().forEach(items, context.progress(), command);
    context.progress().end();
  }
}
