package vn.sen.benchmarks.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import vn.sen.benchmarks.rebuild.MemberHistory;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.reporting.membership.MembershipFigures;
import vn.sen.reporting.membership.MembershipRow;
import vn.sen.reporting.membership.MembershipView;

/** What one event costs at each step of a rebuild. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FoldKernels {

  private static final int EVENTS = 10_000;
  private static final int EVENTS_EACH = 20;

  private record Addition(MembershipRow row, long delta) {}

  private final MembershipView view = new MembershipView();
  private final RecordMeta meta = new RecordMeta(MemberHistory.idOf(0), 1, 0);
  private final List<EventRecord> records = new ArrayList<>();
  private final List<DomainEvent> events = new ArrayList<>();
  private final List<Addition> additions = new ArrayList<>();
  private final Map<MembershipRow, long[]> rows = new HashMap<>();
  private MembershipFigures figures = new MembershipFigures();

  /** Makes the events once. */
  @Setup(Level.Trial)
  public void events() {
    for (int i = 0; i < EVENTS; i++) {
      var record = MemberHistory.event(i / EVENTS_EACH, 1 + i % EVENTS_EACH);
      var event = MembershipEvents.CATALOG.decode(record.type(), record.data());
      records.add(record);
      events.add(event);
      view.fold(event, meta, (row, delta) -> additions.add(new Addition(row, delta)));
    }
  }

  /** JSON to an event. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void parse(Blackhole hole) {
    for (var record : records) {
      hole.consume(MembershipEvents.CATALOG.decode(record.type(), record.data()));
    }
  }

  /** An event to its additions. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void fold(Blackhole hole) {
    for (var event : events) {
      view.fold(event, meta, (row, delta) -> hole.consume(row));
    }
  }

  /**
   * Additions, about two for each event, to rows in a map: what merging costs at least, without the
   * watermarks that a view keeps beside.
   */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void merge() {
    for (var addition : additions) {
      rows.computeIfAbsent(addition.row(), _ -> new long[1])[0] += addition.delta();
    }
  }

  /** Additions to the figures that reports are answered from, shown to readers. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void publish() {
    figures = new MembershipFigures();
    for (var addition : additions) {
      figures.add(addition.row(), addition.delta());
    }
    figures.publish(ViewPosition.NONE);
  }
}
