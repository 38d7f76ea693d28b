package vn.sen.reporting.operations.web;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.Generation;
import vn.sen.chassis.view.GenerationState;
import vn.sen.chassis.view.Rebuild;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.chassis.view.ViewPosition.TopicPosition;

/**
 * A rebuild as clients see it.
 *
 * @param from the generation that served when it began
 * @param to the generation that is folded afresh
 * @param by who began it: the subject of a token; the view's own name where new rules did
 * @param shown the generation that readers of the answering instance see
 * @param beside how the generation is doing that they do not see; absent where there is none
 */
record RebuildView(
    UUID id,
    String view,
    Rebuild.State state,
    Generation from,
    Generation to,
    String by,
    String reason,
    Instant startedAt,
    @Nullable Instant swappedAt,
    @Nullable Instant endedAt,
    @Nullable Integer shown,
    @Nullable Progress beside) {

  /**
   * How far a generation is, on the instance that answers.
   *
   * @param percent of the log, rounded down
   * @param read records folded, of {@code end}
   * @param caughtUp whether it shows what readers see: it may be swapped in
   * @param position by topic, up to where its figures are durable
   */
  record Progress(
      int generation,
      int percent,
      long read,
      long end,
      boolean caughtUp,
      Map<String, TopicPosition> position) {

    static Progress of(GenerationState beside, ViewEngine<?> view) {
      int percent = beside.end() == 0 ? 100 : (int) (100 * beside.read() / beside.end());
      return new Progress(
          beside.generation().number(),
          percent,
          beside.read(),
          beside.end(),
          beside.position().reaches(view.position()),
          beside.position().topics());
    }
  }

  static RebuildView of(Rebuild rebuild, ViewEngine<?> view) {
    var generations = view.generations();
    var beside =
        generations.stream()
            .filter(g -> !rebuild.isOver() && !g.shown())
            .filter(g -> isOneOf(rebuild, g.generation()))
            .findAny()
            .map(g -> Progress.of(g, view))
            .orElse(null);
    var shown =
        generations.stream()
            .filter(GenerationState::shown)
            .map(g -> g.generation().number())
            .findAny()
            .orElse(null);
    return new RebuildView(
        rebuild.id(),
        rebuild.view(),
        rebuild.state(),
        rebuild.from(),
        rebuild.to(),
        rebuild.by(),
        rebuild.reason(),
        rebuild.startedAt(),
        rebuild.swappedAt(),
        rebuild.endedAt(),
        shown,
        beside);
  }

  private static boolean isOneOf(Rebuild rebuild, Generation generation) {
    return rebuild.from().equals(generation) || rebuild.to().equals(generation);
  }
}
