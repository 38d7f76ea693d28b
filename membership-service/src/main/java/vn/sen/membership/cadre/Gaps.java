package vn.sen.membership.cadre;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.store.Stored;
import vn.sen.membership.cadre.Gap.Qualified;
import vn.sen.membership.orgunit.Units;
import vn.sen.membership.title.Standard;
import vn.sen.membership.title.Title;
import vn.sen.membership.title.Titles;

/** Compares what standards demand on a day with what those in post are qualified for. */
@Component
class Gaps {

  private final Posts posts;
  private final PostList list;
  private final People people;
  private final Titles titles;
  private final Units units;

  Gaps(Posts posts, PostList list, People people, Titles titles, Units units) {
    this.posts = posts;
    this.list = list;
    this.people = people;
    this.titles = titles;
    this.units = units;
  }

  /** Somebody in post, measured by the standard of her title. */
  record Measured(PostOnDay post, Term term, Standard standard, Qualified has, Gap gap) {}

  /** One page, by the units' and the titles' codes. */
  record Found(List<Measured> measured, @Nullable String next) {}

  /**
   * Measures those in post at the units that the reader may see.
   *
   * @param onlyLacking whether those who lack nothing are left out
   * @param limit so many posts make a page
   */
  Found find(
      Caller reader,
      PostList.Criteria criteria,
      boolean onlyLacking,
      int limit,
      @Nullable String cursor) {
    var measured = new HashMap<PostOnDay, List<Measured>>();
    var found =
        list.find(
            reader,
            criteria,
            chunk -> {
              for (var one : measure(chunk)) {
                if (!onlyLacking || !one.gap().equals(Gap.NONE)) {
                  measured.computeIfAbsent(one.post(), _ -> new ArrayList<>()).add(one);
                }
              }
              return chunk.stream().filter(measured::containsKey).toList();
            },
            limit,
            cursor);
    return new Found(
        found.posts().stream()
            .flatMap(post -> measured.getOrDefault(post, List.of()).stream())
            .toList(),
        found.next());
  }

  /** Measures one person in all posts that she holds on the day. */
  List<Measured> of(UUID person, LocalDate day) {
    Map<UUID, Title> byId = new HashMap<>();
    titles.all().forEach(title -> byId.put(title.id(), title.state()));
    var held = posts.heldBy(person).stream().map(post -> onDay(post, byId, day)).toList();
    return measure(held).stream().filter(m -> m.term().personId().equals(person)).toList();
  }

  private PostOnDay onDay(Stored<Post> stored, Map<UUID, Title> byId, LocalDate day) {
    var post = stored.state();
    OrgUnit unit = units.unit(post.unitId()).orElseThrow();
    var title = Objects.requireNonNull(byId.get(post.titleId()), "a post has a title");
    return new PostOnDay(unit, post.titleId(), title, day, stored.version(), post);
  }

  private List<Measured> measure(List<PostOnDay> chunk) {
    var inPost =
        chunk.stream()
            .flatMap(post -> post.held().stream())
            .map(Term::personId)
            .distinct()
            .toList();
    if (inPost.isEmpty()) {
      return List.of();
    }
    var qualified = people.qualifiedOn(inPost, chunk.getFirst().day());
    var measured = new ArrayList<Measured>();
    for (var post : chunk) {
      var standard = post.title().standardOn(post.unit().level(), post.day());
      if (standard.isPresent()) {
        for (var term : post.held()) {
          var has = Objects.requireNonNull(qualified.get(term.personId()), "asked for all");
          var gap = Gap.between(standard.get(), has);
          measured.add(new Measured(post, term, standard.get(), has, gap));
        }
      }
    }
    return measured;
  }
}
