package vn.sen.reporting.books.log;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.sen.chassis.org.OrgFacts;
import vn.sen.chassis.org.OrgMap;
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
import vn.sen.reporting.reading.ProvinceTime;
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

  private final LogReader log;
  private final LogReplay replay;
  private final MembershipReporter membership;
  private final Books present;
  private final Clock clock;
  private final List<Topic> topics;
  private final List<String> rules;
  private final Answers<ViewPosition, Books> kept = new Answers<>();

  /**
   * @param present the books as they are now
   * @param clock of the province
   */
  public PastBooks(
      LogReader log, LogReplay replay, MembershipReporter membership, Books present, Clock clock) {
    this.log = log;
    this.replay = replay;
    this.membership = membership;
    this.present = present;
    this.clock = clock;
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
    this.rules = views.stream().map(ViewDefinition::name).sorted().toList();
  }

  /**
   * The names of the views by whose rules the books are folded, sorted: a counting rule that changes
   * is a view of another name.
   */
  public List<String> rules() {
    return rules;
  }

  /**
   * The books as they were known at the end of a day in the province, by the broker's clock; those
   * of today and later are the present ones.
   *
   * @throws vn.sen.chassis.view.LogGone if the log does not hold its beginning any more
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer
   */
  public Books knownAt(LocalDate day) {
    return day.isBefore(LocalDate.now(clock)) ? at(endOf(day)) : present;
  }

  /** Up to where the log was known at the end of a day. */
  public ViewPosition endOf(LocalDate day) {
    return log.before(day.plusDays(1).atStartOfDay(ProvinceTime.ZONE).toInstant(), topics);
  }

  /** Up to where the log is written now. */
  public ViewPosition now() {
    return log.ends(topics);
  }

  /**
   * The books up to a position, the same whenever they are asked for.
   *
   * @param position of all topics that the books are made of, org units among them
   * @throws vn.sen.chassis.view.LogGone if the log is not the one the position speaks of
   */
  public Books at(ViewPosition position) {
    return kept.get(position, FOLDED, () -> fold(position));
  }

  private Books fold(ViewPosition position) {
    var orgMap = map(position);
    Supplier<OrgMap> map = () -> orgMap;
    var activities = folded(new ActivityView(), new ActivityFigures(), position);
    var programmes = folded(new ProgrammeView(), new ProgrammeFigures(), position);
    var training =
        new TrainingReports(folded(new TrainingView(), new TrainingFigures(), position), map);
    var groups =
        new CommunityGroupReports(
            folded(new CommunityGroupView(), new CommunityGroupFigures(), position), map);
    var lending =
        new LendingReports(folded(new LendingView(), new LendingFigures(), position), map);
    return new Books(
        new MembershipReports(
            folded(new MembershipView(), new MembershipFigures(), position), map, membership),
        training,
        groups,
        new VoiceReports(folded(new VoiceView(), new VoiceFigures(), position), map),
        lending,
        new ProgrammeReports(programmes, activities, training, groups, lending, map));
  }

  private <K, F extends ViewReader<K>> F folded(
      ViewDefinition<K> view, F figures, ViewPosition position) {
    replay.fold(view, position, figures);
    return figures;
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
