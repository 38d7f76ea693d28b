package vn.sen.reporting.books.log;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import vn.sen.chassis.org.OrgFacts;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.view.LogGone;
import vn.sen.chassis.view.LogReader;
import vn.sen.chassis.view.LogReplay;
import vn.sen.chassis.view.ViewDefinition;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewReader;
import vn.sen.events.EventRecord;
import vn.sen.events.MalformedEventException;
import vn.sen.events.Topic;
import vn.sen.events.UnknownEventException;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.reporting.activity.ActivityFigures;
import vn.sen.reporting.activity.ActivityView;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.communitygroup.CommunityGroupFigures;
import vn.sen.reporting.communitygroup.CommunityGroupReports;
import vn.sen.reporting.communitygroup.CommunityGroupView;
import vn.sen.reporting.lending.LendingFigures;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.lending.LendingView;
import vn.sen.reporting.membership.MembershipFigures;
import vn.sen.reporting.membership.MembershipReporter;
import vn.sen.reporting.membership.MembershipReports;
import vn.sen.reporting.membership.MembershipView;
import vn.sen.reporting.programme.ProgrammeFigures;
import vn.sen.reporting.programme.ProgrammeReports;
import vn.sen.reporting.programme.ProgrammeView;
import vn.sen.reporting.reading.Answers;
import vn.sen.reporting.reading.LogNotReadable;
import vn.sen.reporting.reading.Patience;
import vn.sen.reporting.reading.ProvinceTime;
import vn.sen.reporting.reading.Turns;
import vn.sen.reporting.training.TrainingFigures;
import vn.sen.reporting.training.TrainingReports;
import vn.sen.reporting.training.TrainingView;
import vn.sen.reporting.voice.VoiceFigures;
import vn.sen.reporting.voice.VoiceReports;
import vn.sen.reporting.voice.VoiceView;

/**
 * The books as they once stood, folded again from the log by the rules of today. To fold takes
 * seconds for a province; what was folded is kept while there is memory for it. Thread-safe.
 */
public final class PastBooks {

  private static final System.Logger LOG = System.getLogger(PastBooks.class.getName());

  /** What a position holds never changes. */
  private static final String FOLDED = "";

  /** So many states are kept: one of a province has some hundred megabytes. */
  private static final int KEPT = 6;

  /** So many days' ends are kept: more than a year has. */
  private static final int KEPT_ENDS = 400;

  /** By then the broker's clock, too, has come to the next day. */
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

  private final LogReader log;
  private final LogReplay replay;
  private final MembershipReporter membership;
  private final Clock clock;
  private final Duration patience;
  private final List<Topic> topics;
  private final List<String> rules;
  private final Answers<ViewPosition, Past> kept = new Answers<>(KEPT);

  private final Map<LocalDate, ViewPosition> ends =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<LocalDate, ViewPosition> eldest) {
              return size() > KEPT_ENDS;
            }
          });

  /** A fold takes a processor and much memory: the readers of the present need them, too. */
  private final Turns oneAtATime = new Turns(1, PastBusy::new);

  /** Of those who verify never more than one stands in the way of readers of the past. */
  private final Turns oneAfresh = new Turns(1, PastBusy::new);

  /**
   * The books of a moment.
   *
   * @param complete whether all of the log could be counted
   */
  public record Past(Books books, boolean complete) {}

  /**
   * @param clock of the province
   */
  public PastBooks(LogReader log, LogReplay replay, MembershipReporter membership, Clock clock) {
    this(log, replay, membership, clock, Patience.OF_A_READER);
  }

  PastBooks(
      LogReader log,
      LogReplay replay,
      MembershipReporter membership,
      Clock clock,
      Duration patience) {
    this.log = log;
    this.replay = replay;
    this.membership = membership;
    this.clock = clock;
    this.patience = patience;
    var views =
        List.<ViewDefinition<?>>of(
            new MembershipView(),
            new TrainingView(),
            new CommunityGroupView(),
            new VoiceView(),
            new LendingView(),
            new ProgrammeView(),
            new ActivityView());
    this.topics =
        Stream.concat(
                Stream.of(Topic.ORG_UNITS), views.stream().flatMap(view -> view.topics().stream()))
            .distinct()
            .toList();
    this.rules = views.stream().map(PastBooks::rules).sorted().toList();
  }

  /**
   * The views by whose rules the books are folded, sorted, each with the version of its rules from
   * the second on: {@code lending@2}.
   */
  public List<String> rules() {
    return rules;
  }

  /** The first version is the view's name alone, as it was signed before there was another one. */
  static String rules(ViewDefinition<?> view) {
    return view.rules() > 1 ? view.name() + "@" + view.rules() : view.name();
  }

  /** Of one reader who comes now. */
  public Patience patience() {
    return new Patience(patience);
  }

  /** Whether what was known at the end of a day is known for ever. */
  public boolean isPast(LocalDate day) {
    return day.isBefore(LocalDate.now(clock));
  }

  /**
   * Up to where the log was known at the end of a day in the province, by the broker's clock.
   *
   * @throws LogNotReadable if the broker does not answer
   */
  public ViewPosition endOf(LocalDate day) {
    var known = ends.get(day);
    if (known != null) {
      return known;
    }
    var end = day.plusDays(1).atStartOfDay(ProvinceTime.ZONE).toInstant();
    var position = fromLog(() -> log.before(end, topics));
    if (end.plus(CLOCKS_DIFFER).isBefore(clock.instant())) {
      ends.put(day, position);
    }
    return position;
  }

  /**
   * Up to where the log is written now.
   *
   * @throws LogNotReadable if the broker does not answer
   */
  public ViewPosition now() {
    return fromLog(() -> log.ends(topics));
  }

  /**
   * The books up to a position, the same whenever they are asked for, and whether all of the log
   * could be counted.
   *
   * @param position of all topics that the books are made of, org units among them
   * @throws LogNotKept if the log is not the one the position speaks of
   * @throws LogNotReadable if the broker does not answer
   * @throws PastBusy if other positions are folded first, for too long
   */
  public Past past(ViewPosition position) {
    return past(position, patience());
  }

  /** The same for a reader who may have waited already. */
  public Past past(ViewPosition position, Patience patience) {
    return kept.get(position, FOLDED, () -> fold(position, patience));
  }

  /**
   * The same read from the log whatever is remembered, and not remembered: whoever verifies asks
   * whether the log still says so.
   *
   * @throws LogNotKept if the log is not the one the position speaks of
   * @throws LogNotReadable if the broker does not answer
   * @throws PastBusy if other positions are folded first, for too long
   */
  public Past afresh(ViewPosition position) {
    var patience = patience();
    return oneAfresh.take(patience, () -> fold(position, patience));
  }

  /**
   * Tells of the events that a view counts up to a position, in its own order, and which of them
   * only since an earlier one.
   *
   * @throws LogNotKept if the log is not the one the positions speak of
   * @throws LogNotReadable if the broker does not answer
   * @throws PastBusy if other positions are folded first, for too long
   */
  public void tell(
      ViewDefinition<?> view,
      ViewPosition since,
      ViewPosition until,
      Patience patience,
      LogReplay.Witness witness) {
    inTurn(
        patience,
        () -> {
          replay.tell(view, since, until, witness);
          return until;
        });
  }

  private Past fold(ViewPosition position, Patience patience) {
    return inTurn(patience, () -> new Fold(position).past());
  }

  private <T> T inTurn(Patience patience, Supplier<T> read) {
    return oneAtATime.take(patience, () -> fromLog(read));
  }

  private static <T> T fromLog(Supplier<T> read) {
    try {
      return read.get();
    } catch (LogGone e) {
      throw new LogNotKept(e);
    } catch (KafkaException e) {
      throw new LogNotReadable(e);
    }
  }

  /** One way through the log. */
  private final class Fold {
    private final ViewPosition position;
    private boolean complete = true;

    Fold(ViewPosition position) {
      this.position = position;
    }

    Past past() {
      var orgMap = map(position);
      Supplier<OrgMap> map = () -> orgMap;
      var activities = folded(new ActivityView(), new ActivityFigures());
      var programmes = folded(new ProgrammeView(), new ProgrammeFigures());
      var training = new TrainingReports(folded(new TrainingView(), new TrainingFigures()), map);
      var groups =
          new CommunityGroupReports(
              folded(new CommunityGroupView(), new CommunityGroupFigures()), map);
      var lending = new LendingReports(folded(new LendingView(), new LendingFigures()), map);
      var books =
          new Books(
              new MembershipReports(
                  folded(new MembershipView(), new MembershipFigures()), map, membership.another()),
              training,
              groups,
              new VoiceReports(folded(new VoiceView(), new VoiceFigures()), map),
              lending,
              new ProgrammeReports(programmes, activities, training, groups, lending, map));
      return new Past(books, complete);
    }

    private <K, F extends ViewReader<K>> F folded(ViewDefinition<K> view, F figures) {
      complete &= replay.fold(view, position, figures);
      return figures;
    }
  }

  private OrgMap map(ViewPosition position) {
    var facts = new OrgFacts();
    log.read(
        position.of(List.of(Topic.ORG_UNITS.name())),
        record -> {
          try {
            var event = EventRecord.from(record);
            facts.apply(
                event.subject(),
                event.sequence(),
                MembershipEvents.CATALOG.decode(event.type(), event.data()));
          } catch (MalformedEventException | UnknownEventException e) {
            // passed over by the map in service, too, which says so
            LOG.log(Level.DEBUG, "Unreadable record in " + record.topic(), e);
          }
        });
    return facts.map();
  }
}
