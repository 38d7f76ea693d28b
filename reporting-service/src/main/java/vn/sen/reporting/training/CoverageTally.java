package vn.sen.reporting.training;

import org.jspecify.annotations.Nullable;
import vn.sen.reporting.reading.NumberSet;
import vn.sen.reporting.training.CoverageReport.PostsElsewhere;

/** Adds up posts and seats. */
final class CoverageTally {

  private final NumberSet people = new NumberSet();
  private long posts;
  private long seats;
  private long vacant;

  void add(Post post) {
    people.add(post.person());
    posts++;
  }

  void addSeats(int count, int free) {
    seats += count;
    vacant += free;
  }

  PostsElsewhere elsewhere() {
    return new PostsElsewhere(people.count(), posts);
  }

  Coverage coverage(@Nullable Trained trained) {
    long inPost = people.count();
    if (trained == null) {
      return new Coverage(inPost, posts, null, null, null, seats, vacant);
    }
    var counted =
        new Object() {
          long people;
          long turns;
        };
    people.forEach(
        person -> {
          counted.people += trained.has(person) ? 1 : 0;
          counted.turns += trained.turns(person);
        });
    return new Coverage(
        inPost,
        posts,
        counted.people,
        Coverage.percent(counted.people, inPost),
        counted.turns,
        seats,
        vacant);
  }
}
