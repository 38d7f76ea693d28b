package vn.sen.local.demo.dataset;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import vn.sen.local.demo.dataset.Flows.Departure;
import vn.sen.local.demo.dataset.Flows.Readmission;
import vn.sen.local.demo.dataset.Flows.Reason;
import vn.sen.local.demo.dataset.Flows.Transfer;

/**
 * Invents people whose flows come to the targets. It works backwards: first those who are members
 * on the report date, by branch; some of them, drawn at random, came in the year; then those who
 * left in the year are added.
 */
final class Generator {

  private static final int YEARS_OF_ADMISSION = 19;
  private static final int ADMISSION_DAYS_OF_A_BRANCH = 20;

  private final Targets targets;
  private final Random random;
  private final List<Commune> communes;
  private final List<Branch> branches;
  private final int[][] admissionDays;

  private final int[] branchOf;
  private final int[] joinedOn;
  private final Registration[] kinds;
  private final List<Departure> formerDepartures = new ArrayList<>();
  private final List<Departure> departures = new ArrayList<>();
  private final List<Readmission> readmissions = new ArrayList<>();
  private final List<Transfer> transfers = new ArrayList<>();

  Generator(Targets targets, List<Commune> communes, Random random) {
    this.targets = targets;
    this.communes = communes;
    this.random = random;
    this.branches = communes.stream().flatMap(c -> c.branches().stream()).toList();
    this.admissionDays = branches.stream().map(b -> drawAdmissionDays()).toArray(int[][]::new);
    var people = targets.members() + targets.leavers();
    branchOf = new int[people];
    joinedOn = new int[people];
    kinds = new Registration[people];
  }

  People people(long seed) {
    Arrays.fill(kinds, Registration.ADMITTED);
    placeMembersOfReportDate();
    placeLeavers();
    joinBeforeOpening();
    drawArrivals();
    drawDepartures();
    return new People(seed, branches, branchOf, joinedOn, kinds);
  }

  /** To be asked after {@link #people}. */
  Flows flows() {
    return new Flows(formerDepartures, departures, readmissions, transfers);
  }

  private void placeMembersOfReportDate() {
    var next = 0;
    for (var commune : communes) {
      next = place(commune.branches(), commune.members(), next);
    }
  }

  private void placeLeavers() {
    var counts =
        LargestRemainder.split(
            targets.leavers(), communes.stream().mapToDouble(Commune::members).toArray());
    var next = targets.members();
    for (var i = 0; i < counts.length; i++) {
      next = place(communes.get(i).branches(), counts[i], next);
    }
  }

  private int place(List<Branch> among, int count, int first) {
    var first0 = branches.indexOf(among.getFirst());
    var parts = LargestRemainder.split(count, among.stream().mapToDouble(Branch::weight).toArray());
    var next = first;
    for (var i = 0; i < parts.length; i++) {
      Arrays.fill(branchOf, next, next + parts[i], first0 + i);
      next += parts[i];
    }
    return next;
  }

  private void joinBeforeOpening() {
    for (var person = 0; person < branchOf.length; person++) {
      var days = admissionDays[branchOf[person]];
      joinedOn[person] = days[random.nextInt(days.length)];
    }
  }

  /** Which of the members of the report date came in the year, and how. */
  private void drawArrivals() {
    var order = shuffled(0, targets.members()).iterator();
    for (var i = 0; i < targets.admitted(); i++) {
      joinedOn[order.next()] = (int) dayOfFlow().toEpochDay();
    }
    for (var i = 0; i < targets.movedIn(); i++) {
      var person = order.next();
      joinedOn[person] = (int) dayOfFlow().toEpochDay();
      kinds[person] = Registration.MOVED_IN;
    }
    for (var i = 0; i < targets.rejoined(); i++) {
      rejoin(order.next());
    }
    for (var i = 0; i < targets.transfersInsideCommune(); i++) {
      transfer(order.next(), (a, b) -> a.commune().equals(b.commune()) && !a.equals(b));
    }
    for (var i = 0; i < targets.transfersInsideDistrict(); i++) {
      transfer(
          order.next(),
          (a, b) -> a.district().equals(b.district()) && !a.commune().equals(b.commune()));
    }
    for (var i = 0; i < targets.transfersBetweenDistricts(); i++) {
      transfer(order.next(), (a, b) -> !a.district().equals(b.district()));
    }
  }

  /** A former member: joined long ago, left before the opening date, came back in the year. */
  private void rejoin(int person) {
    var days = admissionDays[branchOf[person]];
    joinedOn[person] = days[random.nextInt((days.length + 1) / 2)];
    var span = (int) targets.openingDate().toEpochDay() - joinedOn[person];
    var left = LocalDate.ofEpochDay(joinedOn[person] + span / 2 + random.nextInt(span / 2));
    formerDepartures.add(
        new Departure(person, left, random.nextBoolean() ? Reason.RESIGNED : Reason.MOVED_OUT));
    readmissions.add(new Readmission(person, branchOfPerson(person), dayOfFlow()));
  }

  /** She is entered where she came from; the transfer brings her to the branch she is in now. */
  private void transfer(int person, BiPredicate<Branch, Branch> fits) {
    var to = branchOfPerson(person);
    var origins =
        IntStream.range(0, branches.size())
            .filter(origin -> fits.test(branches.get(origin), to))
            .toArray();
    branchOf[person] = origins[random.nextInt(origins.length)];
    var days = admissionDays[branchOf[person]];
    joinedOn[person] = days[random.nextInt(days.length)];
    transfers.add(new Transfer(person, to, dayOfFlow()));
  }

  private void drawDepartures() {
    var order = shuffled(targets.members(), targets.members() + targets.leavers()).iterator();
    leave(order, targets.resigned(), Reason.RESIGNED);
    leave(order, targets.died(), Reason.DIED);
    leave(order, targets.movedOut(), Reason.MOVED_OUT);
  }

  private void leave(Iterator<Integer> order, int count, Reason reason) {
    for (var i = 0; i < count; i++) {
      departures.add(new Departure(order.next(), dayOfFlow(), reason));
    }
  }

  private Branch branchOfPerson(int person) {
    return branches.get(branchOf[person]);
  }

  private LocalDate dayOfFlow() {
    var days = (int) DAYS.between(targets.openingDate(), targets.reportDate());
    return targets.openingDate().plusDays(1L + random.nextInt(days));
  }

  /** 8 March and 20 October of many years, some of them left out; ascending. */
  private int[] drawAdmissionDays() {
    var days = new ArrayList<Integer>();
    var last = targets.openingDate();
    for (var year = last.getYear() - YEARS_OF_ADMISSION + 1; year <= last.getYear(); year++) {
      for (var day :
          List.of(LocalDate.of(year, Month.MARCH, 8), LocalDate.of(year, Month.OCTOBER, 20))) {
        if (!day.isAfter(last)) {
          days.add((int) day.toEpochDay());
        }
      }
    }
    Collections.shuffle(days, random);
    return days.stream()
        .limit(ADMISSION_DAYS_OF_A_BRANCH)
        .sorted()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private List<Integer> shuffled(int from, int to) {
    var list = new ArrayList<>(IntStream.range(from, to).boxed().toList());
    Collections.shuffle(list, random);
    return list;
  }
}
