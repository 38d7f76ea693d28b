package vn.sen.reporting.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a figure of a report means.
 *
 * @param id for ever, such as {@code lending.outstanding}
 * @param report the id of the report that has it
 * @param definition what is counted, in words
 * @param formula how it comes about; names other indicators by id
 * @param unitName what it is counted in, for people to read
 * @param additive whether the figures of rows add up to the one above them
 * @param ruleVersion a larger one whenever definition or formula come to another figure
 * @param owner who answers for the definition
 * @param sources texts that the definition itself rests on, with the bank they hold for; none for a
 *     rule of this software
 * @param path where the figure first stands in the report's JSON: {@code total.outstanding}; null
 *     where only reports that show figures by id have it
 * @param paths all places; {@code []} stands for the elements of a list, {@code *} for the keys of
 *     an object
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Indicator(
    String id,
    String report,
    Text name,
    Text definition,
    String formula,
    Measure unit,
    Text unitName,
    Kind kind,
    boolean additive,
    int ruleVersion,
    Owner owner,
    List<String> sources,
    @Nullable String path,
    List<String> paths) {

  public Indicator {
    sources = List.copyOf(sources);
    paths = List.copyOf(paths);
  }
}
