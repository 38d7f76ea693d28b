package vn.sen.training.activity;

import java.util.HashSet;
import java.util.List;
import vn.sen.events.training.CategoryCount;
import vn.sen.events.training.MemberAttendance;
import vn.sen.events.training.ParticipantTrait;
import vn.sen.events.training.TraitCount;

/**
 * Who came to an activity.
 *
 * @param members members of the Union, by id; each once
 * @param others people of whom only the number is known, one count at most for each category
 * @param traits of all these, how many have which trait
 */
record Attendees(
    List<MemberAttendance> members, List<CategoryCount> others, List<TraitCount> traits) {

  static final Attendees NONE = new Attendees(List.of(), List.of(), List.of());

  Attendees {
    members = List.copyOf(members);
    others = List.copyOf(others);
    traits = List.copyOf(traits);
  }

  /** How many came. */
  int total() {
    return members.size() + others.stream().mapToInt(CategoryCount::count).sum();
  }

  /**
   * The same, having made sure that it can be.
   *
   * @throws ActivityRules.AttendeeNamedTwice if somebody or something stands there twice
   * @throws ActivityRules.TraitsExceedAttendees if more have a trait than came, or women and men
   *     together are more
   */
  Attendees checked() {
    var named = new HashSet<>();
    for (int i = 0; i < members.size(); i++) {
      once(named.add(members.get(i).memberId()), "/members/" + i);
    }
    for (int i = 0; i < others.size(); i++) {
      once(named.add(others.get(i).category()), "/others/" + i);
    }
    for (int i = 0; i < traits.size(); i++) {
      once(named.add(traits.get(i).trait()), "/traits/" + i);
    }
    int total = total();
    int adults = count(ParticipantTrait.WOMEN) + count(ParticipantTrait.MEN);
    if (adults > total || traits.stream().anyMatch(trait -> trait.count() > total)) {
      throw new ActivityRules.TraitsExceedAttendees(total);
    }
    return this;
  }

  private static void once(boolean fresh, String pointer) {
    if (!fresh) {
      throw new ActivityRules.AttendeeNamedTwice(pointer);
    }
  }

  private int count(ParticipantTrait trait) {
    return traits.stream()
        .filter(known -> known.trait() == trait)
        .mapToInt(TraitCount::count)
        .sum();
  }
}
