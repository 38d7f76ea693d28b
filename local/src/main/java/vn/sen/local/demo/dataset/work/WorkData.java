package vn.sen.local.demo.dataset.work;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.training.ActivityKind;
import vn.sen.local.demo.dataset.Commune;
import vn.sen.local.demo.dataset.Dataset;
import vn.sen.local.demo.dataset.UnitKey;
import vn.sen.local.demo.dataset.work.WorkTargets.Course;
import vn.sen.local.demo.dataset.work.WorkTargets.Title;

/**
 * Who holds which post, which classes were held and which groups founded. The same data set gives
 * the same.
 *
 * @param posts filled ones; where a unit has nobody to fill one, it stays vacant
 */
public record WorkData(
    WorkTargets targets,
    List<Post> posts,
    List<TrainingClass> classes,
    List<Group> groups,
    List<Activity> activities) {

  public WorkData {
    activities = List.copyOf(activities);
    posts = List.copyOf(posts);
    classes = List.copyOf(classes);
    groups = List.copyOf(groups);
  }

  /**
   * Somebody in post.
   *
   * @param person by number
   * @param district in which the unit is, or which it is
   */
  public record Post(Title title, UnitLevel level, UnitKey unit, UnitKey district, int person) {}

  /**
   * A class of a course for the cadres of one district.
   *
   * @param people by number
   */
  public record TrainingClass(
      Course course, UnitKey district, LocalDate day, List<Integer> people) {
    public TrainingClass {
      people = List.copyOf(people);
    }
  }

  /**
   * A group.
   *
   * @param number counted from 1 within its type
   */
  public record Group(WorkTargets.Groups kind, int number, UnitKey commune, LocalDate foundedOn) {}

  /**
   * An activity that was held on one day.
   *
   * @param visited the unit that was visited, or null
   */
  public record Activity(
      ActivityKind kind,
      String title,
      String programme,
      UnitKey organiser,
      @Nullable UnitKey visited,
      LocalDate day) {}

  /** Invents it for people who are there already. */
  public static WorkData generate(Dataset data, WorkTargets targets) {
    var posts = posts(data, targets);
    return new WorkData(
        targets, posts, classes(targets, posts), groups(data, targets), activities(data, targets));
  }

  /** Posts of some titles at units of a level. */
  public long inPost(Course course) {
    return posts.stream().filter(post -> isFor(course, post)).count();
  }

  private static boolean isFor(Course course, Post post) {
    return course.titles().contains(post.title().code()) && course.levels().contains(post.level());
  }

  private static List<Post> posts(Dataset data, WorkTargets targets) {
    var settled = settled(data, targets.termsFrom());
    var posts = new ArrayList<Post>();
    for (var title : targets.titles()) {
      for (var commune : data.communes()) {
        if (title.levels().contains(UnitLevel.COMMUNE)) {
          fill(posts, title, UnitLevel.COMMUNE, commune.key(), commune, settled);
        }
      }
      if (title.levels().contains(UnitLevel.DISTRICT)) {
        var filled = new HashSet<UnitKey>();
        for (var commune : data.communes()) {
          if (filled.add(commune.district())) {
            fill(posts, title, UnitLevel.DISTRICT, commune.district(), commune, settled);
          }
        }
      }
    }
    return posts;
  }

  private static void fill(
      List<Post> posts,
      Title title,
      UnitLevel level,
      UnitKey unit,
      Commune from,
      Map<UnitKey, Queue<Integer>> settled) {
    var person = settled.getOrDefault(from.key(), new ArrayDeque<>()).poll();
    if (person != null) {
      posts.add(new Post(title, level, unit, from.district(), person));
    }
  }

  /** Members by commune to whom nothing happens after a day, in the order of their numbers. */
  private static Map<UnitKey, Queue<Integer>> settled(Dataset data, LocalDate day) {
    var moving = new HashSet<Integer>();
    var flows = data.flows();
    flows.formerDepartures().forEach(d -> moving.add(d.person()));
    flows.departures().forEach(d -> moving.add(d.person()));
    flows.transfers().forEach(t -> moving.add(t.person()));
    data.assignments().members().forEach(a -> moving.add(a.person()));
    var settled = new HashMap<UnitKey, Queue<Integer>>();
    for (int person = 0; person < data.people().size(); person++) {
      if (!moving.contains(person) && data.people().joinedOn(person).isBefore(day)) {
        settled
            .computeIfAbsent(data.people().branch(person).commune(), _ -> new ArrayDeque<>())
            .add(person);
      }
    }
    return settled;
  }

  private static List<TrainingClass> classes(WorkTargets targets, List<Post> posts) {
    var classes = new ArrayList<TrainingClass>();
    var districts = posts.stream().map(Post::district).distinct().toList();
    for (var course : targets.courses()) {
      for (int i = 0; i < districts.size(); i++) {
        var district = districts.get(i);
        var people =
            posts.stream()
                .filter(post -> post.district().equals(district) && isFor(course, post))
                .map(Post::person)
                .toList();
        if (!people.isEmpty()) {
          classes.add(new TrainingClass(course, district, course.day().plusDays(i), people));
        }
      }
    }
    return classes;
  }

  private static List<Group> groups(Dataset data, WorkTargets targets) {
    var groups = new ArrayList<Group>();
    for (var kind : targets.groups()) {
      var communes =
          kind.commune() == null
              ? kind.districts().stream()
                  .flatMap(district -> communes(data, district).stream())
                  .toList()
              : List.of(data.facts().unit(kind.commune(), kind.from()).key());
      for (int i = 0; i < kind.count(); i++) {
        groups.add(
            new Group(kind, i + 1, communes.get(i % communes.size()), kind.from().plusDays(i)));
      }
    }
    return groups;
  }

  private static List<Activity> activities(Dataset data, WorkTargets targets) {
    var activities = new ArrayList<Activity>();
    var dialogue = targets.dialogue();
    activities.add(
        new Activity(
            ActivityKind.POLICY_DIALOGUE,
            dialogue.title(),
            dialogue.programme(),
            communes(data, dialogue.district()).getFirst(),
            null,
            dialogue.day()));
    var visits = targets.supportVisits();
    var day = visits.day();
    for (var commune : data.communes()) {
      if (commune.low()) {
        activities.add(
            new Activity(
                ActivityKind.SUPPORT_VISIT,
                visits.title(),
                visits.programme(),
                commune.district(),
                commune.key(),
                day));
        day = day.plusDays(1);
      }
    }
    return activities;
  }

  private static List<UnitKey> communes(Dataset data, String district) {
    return data.communes().stream()
        .filter(commune -> commune.district().code().equals(district))
        .map(Commune::key)
        .toList();
  }
}
