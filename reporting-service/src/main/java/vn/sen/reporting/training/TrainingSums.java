package vn.sen.reporting.training;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.BudgetSource;
import vn.sen.events.training.TrainingMeasure;
import vn.sen.reporting.explanation.Figures;

/** How a figure of the training report is made. */
sealed interface TrainingSums {

  /**
   * A sum over classes of what their participants, or they themselves, count for.
   *
   * @param source of the budgets that are meant; null for all
   */
  record OfClasses(TrainingMeasure measure, @Nullable BudgetSource source)
      implements TrainingSums {}

  /** Sessions that took place. */
  record Sessions() implements TrainingSums {}

  /** People who took part, each once. */
  record People() implements TrainingSums {}

  /** Certificates that were issued, or revoked. */
  record Certificates(boolean issued) implements TrainingSums {}

  /** The figure of which the people are. */
  String TURNS = "turns";

  /** All of them, by their paths in the report's JSON. */
  Figures<TrainingSums> ALL = all();

  private static Figures<TrainingSums> all() {
    var all = new LinkedHashMap<String, TrainingSums>();
    all.put("classes", new OfClasses(TrainingMeasure.CLASSES, null));
    all.put("sessions", new Sessions());
    all.put("budget", new OfClasses(TrainingMeasure.BUDGET, null));
    for (var source : BudgetSource.values()) {
      all.put("budgetBySource." + source, new OfClasses(TrainingMeasure.BUDGET, source));
    }
    all.put("people", new People());
    all.put(TURNS, new OfClasses(TrainingMeasure.TURNS, null));
    all.put("sessionTurns", new OfClasses(TrainingMeasure.SESSION_TURNS, null));
    all.put("passed", new OfClasses(TrainingMeasure.PASSED, null));
    all.put("certificatesIssued", new Certificates(true));
    all.put("certificatesRevoked", new Certificates(false));
    return Figures.of(all);
  }
}
