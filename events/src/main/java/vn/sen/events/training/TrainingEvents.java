package vn.sen.events.training;

import java.util.List;
import vn.sen.events.EventCatalog;

/** The events of the training context, as one catalog. */
public final class TrainingEvents {

  /** The CloudEvents source of this context. */
  public static final String SOURCE = "/sen/training";

  public static final EventCatalog CATALOG =
      EventCatalog.of(
          List.of(
              ThemeEvent.class,
              CourseEvent.class,
              ClassEvent.class,
              CompetencyEvent.class,
              ParticipantEvent.class,
              CertificateEvent.class,
              UnionProgrammeEvent.class,
              ProgrammeUnitEvent.class,
              ActivityEvent.class));

  private TrainingEvents() {}
}
