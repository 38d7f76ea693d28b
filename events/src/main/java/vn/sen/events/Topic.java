package vn.sen.events;

/**
 * A topic. Topics keep everything (they are the history from which views are rebuilt), carry the
 * broker's append time and never change their number of partitions.
 *
 * @param name {@code <context>.<aggregate>.events.v1}
 * @param partitions fixed at creation
 */
public record Topic(String name, int partitions) {

  /**
   * The largest record a topic takes, headers included. A class of two thousand people corrected as
   * a whole is somewhat over one megabyte, which is the broker's own limit.
   */
  public static final int MAX_RECORD_BYTES = 8 << 20;

  /** Units and redrawings of the map: few and read by everybody in full, so one partition. */
  public static final Topic ORG_UNITS = new Topic("membership.orgunit.events.v1", 1);

  public static final Topic MEMBERS = new Topic("membership.member.events.v1", 6);

  public static final Topic HOUSEHOLDS = new Topic("membership.household.events.v1", 6);

  /** Requests for members of other units. */
  public static final Topic TRANSFERS = new Topic("membership.transfer.events.v1", 1);

  /** What is decided about whole imports; the members they bring are on their own topic. */
  public static final Topic IMPORTS = new Topic("membership.import.events.v1", 1);

  /** What members ask about their data, and what they consent to: few, so one partition. */
  public static final Topic DATA_REQUESTS = new Topic("membership.data-request.events.v1", 1);

  /** Types of community groups: few, read in full, so one partition. */
  public static final Topic GROUP_TYPES = new Topic("membership.group-type.events.v1", 1);

  /** Community groups: teams, clubs, models. */
  public static final Topic COMMUNITY_GROUPS = new Topic("membership.group.events.v1", 6);

  /** Needs and petitions raised at the grassroots. */
  public static final Topic VOICES = new Topic("membership.voice.events.v1", 6);

  /** Titles that people can hold and what they demand: few, read in full, so one partition. */
  public static final Topic TITLES = new Topic("membership.title.events.v1", 1);

  /** Who holds which title at which unit: read in full by everybody who counts people in post. */
  public static final Topic POSTS = new Topic("membership.post.events.v1", 1);

  /** What those who hold posts are qualified for. */
  public static final Topic CADRES = new Topic("membership.cadre.events.v1", 1);

  /** Lists of who was at a session of a class, once their names are matched to members. */
  public static final Topic ATTENDANCE = new Topic("membership.attendance.events.v1", 1);

  /** Few banks, read in full: one partition. */
  public static final Topic BANKS = new Topic("lending.bank.events.v1", 1);

  /** Few programmes, read in full: one partition. */
  public static final Topic PROGRAMMES = new Topic("lending.programme.events.v1", 1);

  /** Savings and credit groups: read in full by everybody who ranks loans by them. */
  public static final Topic GROUPS = new Topic("lending.group.events.v1", 1);

  public static final Topic LOANS = new Topic("lending.loan.events.v1", 6);

  /** Households as lenders know them, and which of them are one. */
  public static final Topic BORROWING_HOUSEHOLDS = new Topic("lending.household.events.v1", 6);

  public static final Topic STATEMENTS = new Topic("lending.statement.events.v1", 1);

  /** What is agreed with banks: few and read in full, so one partition. */
  public static final Topic AGREEMENTS = new Topic("lending.agreement.events.v1", 1);

  /** Entrustment fees that banks have paid. */
  public static final Topic FEES = new Topic("lending.fee.events.v1", 1);

  /** Few themes, read in full: one partition. */
  public static final Topic THEMES = new Topic("training.theme.events.v1", 1);

  /** Few courses, read in full: one partition. */
  public static final Topic COURSES = new Topic("training.course.events.v1", 1);

  public static final Topic CLASSES = new Topic("training.class.events.v1", 6);

  /** What people are competent in; the key is the person. */
  public static final Topic COMPETENCIES = new Topic("training.competency.events.v1", 6);

  /** Participants whom only training knows: few, so one partition. */
  public static final Topic PARTICIPANTS = new Topic("training.participant.events.v1", 1);

  public static final Topic CERTIFICATES = new Topic("training.certificate.events.v1", 1);

  /** Who is proposed to the Party committee for which course. */
  public static final Topic NOMINATIONS = new Topic("training.nomination.events.v1", 1);

  /** Whom units have to train. */
  public static final Topic TRAINING_PLANS = new Topic("training.plan.events.v1", 1);

  /**
   * Programmes of the Union with their indicators, and what each unit is to reach under them: read
   * in full by everybody who counts results, so one partition.
   */
  public static final Topic UNION_PROGRAMMES = new Topic("training.programme.events.v1", 1);

  /** Communication events, dialogues, inspections, visits. */
  public static final Topic ACTIVITIES = new Topic("training.activity.events.v1", 6);

  /** What is to be warned of, and by which rules: few, so one partition. */
  public static final Topic WARNINGS = new Topic("reporting.warning.events.v1", 1);

  /** Reports that were issued: few, so one partition. */
  public static final Topic ISSUED_REPORTS = new Topic("reporting.issuance.events.v1", 1);

  /** What reports show, as the Union sets it: few, read in full, so one partition. */
  public static final Topic REPORT_DEFINITIONS = new Topic("reporting.definition.events.v1", 1);

  /** Figures that are stated elsewhere: few, read in full, so one partition. */
  public static final Topic PUBLISHED_FIGURES =
      new Topic("reporting.published-figure.events.v1", 1);

  /** Who may use the platform, read in full by everybody who checks tokens: one partition. */
  public static final Topic ACCESS = new Topic("identity.access.events.v1", 1);

  /**
   * What is on record beside the events of the domain; every service publishes to it what happens
   * at its own door.
   */
  public static final Topic AUDIT = new Topic("audit.entry.events.v1", 6);

  /** Whose events these are: {@code membership.member}. */
  public String aggregates() {
    return name.substring(0, name.indexOf(".events."));
  }

  /** Where a consumer group puts what it cannot read. */
  public static String deadLetters(String topic, String group) {
    return topic + ".dlt." + group;
  }
}
