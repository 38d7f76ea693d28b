package vn.sen.reporting.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.training.TrainingPart.ClassOf;

/**
 * What a figure of coverage is made of. Who a person is, the membership service knows.
 *
 * @param person who holds the posts, and took part; null for seats
 * @param posts the post itself; of people, all that they hold; of seats, whose these are
 * @param classes in which she took part, or that trained her; none of posts and seats
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CoveragePart(@Nullable UUID person, List<PostOf> posts, List<ClassOf> classes) {

  public CoveragePart {
    posts = List.copyOf(posts);
    classes = List.copyOf(classes);
  }

  /**
   * A title at a unit.
   *
   * @param part by which the events behind it are asked for
   * @param unit as it was called on the date; null where the map does not know it
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record PostOf(String part, Labelled title, @Nullable Unit unit) {}
}
