package vn.sen.reporting.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.RowSink;
import vn.sen.chassis.view.ViewDefinition;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.Topic;
import vn.sen.events.training.ProgrammeUnitEvent.ResultStated;
import vn.sen.events.training.ProgrammeUnitEvent.TargetSet;
import vn.sen.events.training.ProgrammeUnitEvent.TargetWithdrawn;
import vn.sen.events.training.StatedKind;
import vn.sen.events.training.TrainingEvents;
import vn.sen.events.training.UnionProgrammeEvent.IndicatorAdded;
import vn.sen.events.training.UnionProgrammeEvent.IndicatorRetired;
import vn.sen.events.training.UnionProgrammeEvent.IndicatorRevised;
import vn.sen.events.training.UnionProgrammeEvent.UnionProgrammeDaysSet;
import vn.sen.events.training.UnionProgrammeEvent.UnionProgrammeIntroduced;
import vn.sen.events.training.UnionProgrammeEvent.UnionProgrammeRenamed;
import vn.sen.reporting.programme.ProgrammeRow.Coded;
import vn.sen.reporting.programme.ProgrammeRow.Goal;
import vn.sen.reporting.programme.ProgrammeRow.Lasting;
import vn.sen.reporting.programme.ProgrammeRow.Measured;
import vn.sen.reporting.programme.ProgrammeRow.Named;
import vn.sen.reporting.programme.ProgrammeRow.Retired;
import vn.sen.reporting.programme.ProgrammeRow.Ruled;
import vn.sen.reporting.programme.ProgrammeRow.Sort;

/**
 * Remembers the Union's programmes, their indicators, targets and stated results. A target of 0 is
 * not the same as none, so they are taken from what was said and not from its steps.
 */
public final class ProgrammeView implements ViewDefinition<ProgrammeRow> {

  @Override
  public String name() {
    return "programmes";
  }

  @Override
  public List<Topic> topics() {
    return List.of(Topic.UNION_PROGRAMMES);
  }

  @Override
  public EventCatalog catalog() {
    return TrainingEvents.CATALOG;
  }

  @Override
  public Set<Class<? extends DomainEvent>> wants() {
    return Set.of(
        UnionProgrammeIntroduced.class,
        UnionProgrammeRenamed.class,
        UnionProgrammeDaysSet.class,
        IndicatorAdded.class,
        IndicatorRevised.class,
        IndicatorRetired.class,
        TargetSet.class,
        TargetWithdrawn.class,
        ResultStated.class);
  }

  @Override
  public void fold(DomainEvent event, RecordMeta meta, RowSink<ProgrammeRow> rows) {
    var id = meta.aggregate();
    long sequence = meta.sequence();
    switch (event) {
      case UnionProgrammeIntroduced e -> {
        rows.add(new Coded(id, e.code()), 1);
        rows.add(new Named(id, sequence, e.from(), e.name()), 1);
        rows.add(new Lasting(id, sequence, e.from(), e.until()), 1);
      }
      case UnionProgrammeRenamed e -> rows.add(new Named(id, sequence, e.from(), e.name()), 1);
      case UnionProgrammeDaysSet e -> rows.add(new Lasting(id, sequence, e.from(), e.until()), 1);
      case IndicatorAdded e -> {
        rows.add(new Measured(id, e.code(), e.decimals(), e.unit()), 1);
        rows.add(new Ruled(id, e.code(), sequence, e.from(), e.rule(), e.name()), 1);
      }
      case IndicatorRevised e ->
          rows.add(new Ruled(id, e.code(), sequence, e.from(), e.rule(), e.name()), 1);
      case IndicatorRetired e -> rows.add(new Retired(id, e.code(), e.on()), 1);
      case TargetSet e -> rows.add(target(e, sequence), 1);
      case TargetWithdrawn e -> rows.add(target(e, sequence), 1);
      case ResultStated e -> {
        var sort = e.kind() == StatedKind.AS_OF ? Sort.AS_OF : Sort.YEAR_TO_DATE;
        rows.add(
            new Goal(e.programme(), e.indicator(), e.unitId(), sort, e.asOf(), sequence, e.value()),
            1);
      }
      default -> throw new IllegalArgumentException("Not wanted: " + event.getClass().getName());
    }
  }

  private static Goal target(TargetSet e, long sequence) {
    var year = LocalDate.ofYearDay(e.year(), 1);
    return new Goal(
        e.programme(), e.indicator(), e.unitId(), Sort.TARGET, year, sequence, e.value());
  }

  private static Goal target(TargetWithdrawn e, long sequence) {
    var year = LocalDate.ofYearDay(e.year(), 1);
    return new Goal(e.programme(), e.indicator(), e.unitId(), Sort.TARGET, year, sequence, null);
  }

  @Override
  public String write(ProgrammeRow row) {
    return RowText.write(row);
  }

  @Override
  public ProgrammeRow read(String text) {
    return RowText.read(text);
  }
}
