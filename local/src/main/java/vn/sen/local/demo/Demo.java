package vn.sen.local.demo;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import vn.sen.local.demo.dataset.Dataset;
import vn.sen.local.demo.dataset.lending.LendingData;
import vn.sen.local.demo.dataset.work.WorkData;

/**
 * Loads the Phú Yên demo through the gateway, and prints the province's report beside the published
 * figures. A second run on loaded data finds everything there and doubles nothing.
 */
public final class Demo {

  private static final int AT_ONCE = 16;
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private Demo() {}

  /**
   * Does all of it.
   *
   * @param loaders who enters the data, and who approves it
   * @param args the demo's own options; an unknown one is an error
   * @param out receives UTF-8, whatever its own encoding
   * @return 0 only when every step succeeded and every figure was counted as expected
   */
  public static int run(URI gateway, Loaders loaders, String[] args, PrintStream out) {
    return run(
        gateway, loaders, args, new PrintStream(out, true, StandardCharsets.UTF_8), Pause.REAL);
  }

  static int run(URI gateway, Loaders loaders, String[] args, PrintStream out, Pause pause) {
    var begun = System.nanoTime();
    DemoOptions options;
    try {
      options = DemoOptions.parse(args, DemoFiles.targets(), DemoFiles.lendingTargets());
    } catch (DemoOptions.Unusable e) {
      out.println("demo: " + e.getMessage());
      out.println(DemoOptions.USAGE);
      return MISUSED;
    }
    Dataset data;
    LendingData lending;
    WorkData work;
    try {
      data = Dataset.generate(options.seed(), DemoFiles.facts(), options.targets());
      lending = LendingData.generate(options.seed(), data.facts(), options.lending());
      work = WorkData.generate(data, DemoFiles.workTargets());
    } catch (IllegalArgumentException e) {
      out.println("demo: these targets cannot be met: " + e.getMessage());
      return MISUSED;
    }
    var progress = new Progress(out, isTerminal(), System::nanoTime);
    var consistency = new Consistency();
    try (var api = new Api(gateway, pause, consistency, loaders.author());
        var approver = new Api(gateway, pause, consistency, loaders.approver());
        // no report waits for whom it does not count
        var people = new Api(gateway, pause, new Consistency(), loaders.author())) {
      out.println("DỮ LIỆU MÔ PHỎNG (simulated data) · " + gateway);
      var context =
          LoadContext.of(api, approver, data, lending, work, progress, new Workers(AT_ONCE));
      var units = new LoadedUnits();
      var directory = new MemberDirectory(context);
      var steps = new WorkSteps(context, people, units, directory);
      load(context, units, directory, steps, consistency);
      new PeopleSteps(context, people, units).admit();
      var statements = new LendingSteps(context, people, loaders).load();
      new PublishedSteps(context, units, DemoFiles.published()).enter(DemoFiles.definition());
      var loaded = Duration.ofNanos(System.nanoTime() - begun);
      var reports = new Reports(api, consistency, progress);
      var right = report(context, options, statements, reports, out);
      out.printf(
          "Nạp xong sau %s, báo cáo sau %s (loaded, reported).%n",
          VietnameseNumbers.seconds(loaded),
          VietnameseNumbers.seconds(Duration.ofNanos(System.nanoTime() - begun)));
      return right ? DONE : FAILED;
    } catch (StepFailed e) {
      progress.abandon();
      out.println("demo: " + progress.step() + ": " + e.getMessage());
      return FAILED;
    } catch (JacksonException e) {
      progress.abandon();
      out.println(
          "demo: " + progress.step() + ": an answer is not understood: " + e.getOriginalMessage());
      return FAILED;
    }
  }

  private static void load(
      LoadContext context,
      LoadedUnits units,
      MemberDirectory directory,
      WorkSteps work,
      Consistency consistency) {
    new OtherDataCheck(context).run();
    var unitSteps = new UnitSteps(context, units);
    unitSteps.setUp();
    new ImportStep(context, consistency).run();
    unitSteps.stateWomen();
    var members = new MemberSteps(context, units, directory);
    members.find();
    members.replayFlows();
    work.appoint();
    work.found();
    var map = new MapSteps(context, units, members);
    map.redraw();
    map.assign();
    work.act();
    work.train();
  }

  private static boolean report(
      LoadContext context,
      DemoOptions options,
      Map<String, StatementAnswer> statements,
      Reports reports,
      PrintStream out) {
    var data = context.data();
    var published = DemoFiles.published();
    var comparison = new Comparison();
    var day = data.targets().reportDate();
    reports.await(data.facts().successor(published.unitCode(), day).key(), day);
    reports.awaitLending(published.unitCode(), context.lending());
    reports.awaitWork(published.unitCode(), context);
    out.println();
    reports.province(published.unitCode(), day).print(options.scale(), out);
    out.println();
    new MapTable(data, published.unitCode(), comparison).print(reports, out);
    out.println();
    new MembershipCheck(data, published, comparison).compare(reports);
    var lending = new LendingCheck(context.lending(), comparison);
    lending.compare(reports, published.unitCode());
    lending.printReconciliation(statements, out);
    out.println();
    new WorkCheck(context.work(), comparison).compare(reports, published.unitCode());
    return comparison.print(out);
  }

  private static boolean isTerminal() {
    var console = System.console();
    return console != null && console.isTerminal();
  }
}
