package vn.sen.reporting.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ActivityKind;
import vn.sen.reporting.reading.Unit;

/**
 * What a figure of activities is made of. Who a person is, the membership service knows.
 *
 * @param person who came, of a figure that counts people once; null for those of whom only the
 *     number is known, and of other figures
 * @param activities the activities themselves; of a person, all to which she came
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ActivityPart(@Nullable UUID person, List<ActivitiesOf> activities) {

  public ActivityPart {
    activities = List.copyOf(activities);
  }

  /**
   * Activities that count alike.
   *
   * @param part by which the events behind it are asked for
   * @param unit the lowest that certainly holds the organiser on the map's day; null where none
   *     does
   * @param programme its code; null outside any
   * @param theme its id; null without one
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ActivitiesOf(
      String part,
      ActivityKind kind,
      @Nullable Unit unit,
      @Nullable String programme,
      @Nullable UUID theme) {}
}
