package vn.sen.reporting.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Unit;

/**
 * What a figure of training is made of. Who a person is, the membership service knows.
 *
 * @param person of a figure that counts people once, or who has the certificate; else null
 * @param certificate of a figure of certificates; else null
 * @param classes the class itself; of a person, all in which she took part
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TrainingPart(
    @Nullable UUID person, @Nullable UUID certificate, List<ClassOf> classes) {

  public TrainingPart {
    classes = List.copyOf(classes);
  }

  /**
   * A class.
   *
   * @param part by which the events behind it are asked for
   * @param theme null while only other news of the class is here, like the following
   * @param programme its code; also null for a class outside any
   * @param organiser the lowest unit that certainly stands for it on the map's day
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ClassOf(
      String part,
      UUID id,
      @Nullable Labelled theme,
      @Nullable Labelled course,
      @Nullable String programme,
      @Nullable Unit organiser) {}
}
