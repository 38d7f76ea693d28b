package vn.sen.reporting.programme;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewReader;
import vn.sen.reporting.programme.Programme.Definition;
import vn.sen.reporting.programme.Programme.Indicator;
import vn.sen.reporting.programme.ProgrammeRow.Coded;
import vn.sen.reporting.programme.ProgrammeRow.Goal;
import vn.sen.reporting.programme.ProgrammeRow.Lasting;
import vn.sen.reporting.programme.ProgrammeRow.Measured;
import vn.sen.reporting.programme.ProgrammeRow.Named;
import vn.sen.reporting.programme.ProgrammeRow.Retired;
import vn.sen.reporting.programme.ProgrammeRow.Ruled;
import vn.sen.reporting.reading.Facts.Fact;
import vn.sen.reporting.reading.Kept;

/** Keeps what reports are answered from. The view's thread adds; readers take snapshots. */
public final class ProgrammeFigures implements ViewReader<ProgrammeRow> {

  private final Kept<UUID, Programme> programmes = new Kept<>(Programme.NOTHING);
  private final Kept<Goals.Key, List<Goal>> goals = new Kept<>(List.of());
  private volatile ProgrammeSnapshot snapshot = show(ViewPosition.NONE);

  @Override
  public void add(ProgrammeRow row, long delta) {
    switch (row) {
      case Coded(var programme, var code) -> programmes.change(programme, p -> p.coded(code));
      case Named(var programme, var sequence, var from, var name) ->
          programmes.change(programme, p -> p.named(new Fact<>(from, sequence, name)));
      case Lasting lasting -> programmes.change(lasting.programme(), p -> p.lasting(lasting));
      case Measured(var programme, var indicator, var decimals, var unit) ->
          programmes.change(
              programme,
              p ->
                  p.indicator(
                      indicator,
                      i -> new Indicator(decimals, unit, i.definitions(), i.retiredOn())));
      case Ruled ruled -> {
        var fact =
            new Fact<>(ruled.from(), ruled.sequence(), new Definition(ruled.name(), ruled.rule()));
        programmes.change(
            ruled.programme(),
            p ->
                p.indicator(
                    ruled.indicator(),
                    i ->
                        new Indicator(
                            i.decimals(), i.unit(), i.definitions().plus(fact), i.retiredOn())));
      }
      case Retired(var programme, var indicator, var on) ->
          programmes.change(
              programme,
              p ->
                  p.indicator(
                      indicator, i -> new Indicator(i.decimals(), i.unit(), i.definitions(), on)));
      case Goal goal -> {
        var key = new Goals.Key(goal.programme(), goal.indicator(), goal.unit());
        goals.change(key, said -> Stream.concat(said.stream(), Stream.of(goal)).toList());
      }
    }
  }

  @Override
  public void publish(ViewPosition position) {
    snapshot = show(position);
  }

  private ProgrammeSnapshot show(ViewPosition position) {
    return new ProgrammeSnapshot(programmes.show(), goals.show(), position);
  }

  /** What is known now. */
  ProgrammeSnapshot snapshot() {
    return snapshot;
  }
}
