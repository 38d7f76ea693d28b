package vn.sen.membership.communitygroup;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.membership.GroupParameter;
import vn.sen.events.membership.GroupParameterKind;
import vn.sen.events.membership.GroupTypeEvent.GroupParameterAdded;
import vn.sen.events.membership.GroupTypeEvent.GroupParameterRetired;
import vn.sen.events.membership.GroupTypeEvent.GroupTypeDefined;
import vn.sen.events.membership.GroupTypeEvent.GroupTypeRenamed;
import vn.sen.events.membership.GroupTypeEvent.GroupTypeRetired;

/**
 * A type of community groups. It keeps its code; its names and parameters are effective-dated, so
 * that a parameter which comes later asks nothing of groups founded before.
 *
 * @param names by day, the oldest first, never empty
 * @param retiredOn the first day on which no more groups are founded, or null
 */
record GroupType(
    String code, List<TypeName> names, List<Registered> parameters, @Nullable LocalDate retiredOn) {

  static final int MAX_NAME = 120;
  static final int MAX_TEXT = 200;

  /** A name and the first day on which the type bears it. */
  record TypeName(String name, LocalDate from) {}

  /**
   * A parameter and the days on which it holds.
   *
   * @param until the first day without it, or null
   */
  record Registered(GroupParameter parameter, LocalDate from, @Nullable LocalDate until) {
    boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
  }

  /** What is stated for a parameter. */
  record Value(String key, String value) {}

  GroupType {
    names = List.copyOf(names);
    parameters = List.copyOf(parameters);
  }

  static Decision<GroupType> define(
      String code, String rawName, List<GroupParameter> parameters, LocalDate from) {
    var name = GroupRules.text(rawName, MAX_NAME, "/name");
    var keys = new HashSet<String>();
    var registered = new ArrayList<Registered>();
    for (int i = 0; i < parameters.size(); i++) {
      var parameter = checked(parameters.get(i), "/parameters/" + i);
      if (!keys.add(parameter.key())) {
        throw new GroupRules.ParameterKeyTaken("/parameters/" + i + "/key");
      }
      registered.add(new Registered(parameter, from, null));
    }
    return Decision.of(
        new GroupType(code, List.of(new TypeName(name, from)), registered, null),
        new GroupTypeDefined(
            code, name, registered.stream().map(Registered::parameter).toList(), from));
  }

  private static GroupParameter checked(GroupParameter raw, String pointer) {
    var name = GroupRules.text(raw.name(), MAX_NAME, pointer + "/name");
    var choices =
        raw.choices().stream()
            .map(choice -> GroupRules.text(choice, MAX_TEXT, pointer + "/choices"))
            .distinct()
            .toList();
    if (choices.isEmpty() == (raw.kind() == GroupParameterKind.CHOICE)) {
      throw new GroupRules.ChoicesDoNotFit(pointer + "/choices");
    }
    return new GroupParameter(raw.key(), name, raw.kind(), raw.required(), choices);
  }

  /** It bears another name from a day on; for a day already named, the name is corrected. */
  Decision<GroupType> rename(String rawName, LocalDate from) {
    requireNotBefore(from, "/from");
    var name = GroupRules.text(rawName, MAX_NAME, "/name");
    if (nameOn(from).filter(name::equals).isPresent()) {
      return Decision.nothing(this);
    }
    var next = new ArrayList<>(names);
    next.removeIf(known -> known.from().equals(from));
    next.add(new TypeName(name, from));
    next.sort(Comparator.comparing(TypeName::from));
    return Decision.of(
        new GroupType(code, next, parameters, retiredOn), new GroupTypeRenamed(name, from));
  }

  /** Something more is registered about groups founded from a day on. */
  Decision<GroupType> addParameter(GroupParameter raw, LocalDate from) {
    requireNotBefore(from, "/from");
    var added = new Registered(checked(raw, ""), from, null);
    if (parameters.contains(added)) {
      return Decision.nothing(this);
    }
    if (parameter(raw.key()).isPresent()) {
      throw new GroupRules.ParameterKeyTaken("/key");
    }
    var next = new ArrayList<>(parameters);
    next.add(added);
    return Decision.of(
        new GroupType(code, names, next, retiredOn),
        new GroupParameterAdded(added.parameter(), from));
  }

  /** A parameter is not registered any more; told again, the day is corrected. */
  Decision<GroupType> retireParameter(String key, LocalDate on) {
    var known = parameter(key).orElseThrow(() -> new GroupRules.ParameterUnknown(""));
    if (!on.isAfter(known.from())) {
      throw new GroupRules.BeforeTheBeginning("/on", known.from());
    }
    if (on.equals(known.until())) {
      return Decision.nothing(this);
    }
    var retired = new Registered(known.parameter(), known.from(), on);
    var next = parameters.stream().map(p -> p == known ? retired : p).toList();
    return Decision.of(
        new GroupType(code, names, next, retiredOn), new GroupParameterRetired(key, on));
  }

  /** No more groups are founded; told again, the day is corrected. */
  Decision<GroupType> retire(LocalDate on) {
    if (!on.isAfter(from())) {
      throw new GroupRules.BeforeTheBeginning("/on", from());
    }
    return on.equals(retiredOn)
        ? Decision.nothing(this)
        : Decision.of(new GroupType(code, names, parameters, on), new GroupTypeRetired(on));
  }

  private void requireNotBefore(LocalDate day, String pointer) {
    if (day.isBefore(from())) {
      throw new GroupRules.BeforeTheBeginning(pointer, from());
    }
  }

  private Optional<Registered> parameter(String key) {
    return parameters.stream().filter(p -> p.parameter().key().equals(key)).findFirst();
  }

  /** The first day on which groups could be founded. */
  LocalDate from() {
    return names.getFirst().from();
  }

  boolean allowsFoundingOn(LocalDate day) {
    return !day.isBefore(from()) && (retiredOn == null || day.isBefore(retiredOn));
  }

  /** The name on a day; empty before the type's first day. */
  Optional<String> nameOn(LocalDate day) {
    return names.reversed().stream()
        .filter(name -> !name.from().isAfter(day))
        .findFirst()
        .map(TypeName::name);
  }

  /**
   * The values as they are kept, by key, checked against what the type registers on a day.
   *
   * @throws GroupRules.ParameterUnknown if one is not registered then
   * @throws GroupRules.ParameterMissing if one is missing that is required then
   * @throws GroupRules.ParameterValueUnusable if a value is not of its parameter's kind
   */
  Map<String, String> checked(List<Value> stated, LocalDate day) {
    var values = new TreeMap<String, String>();
    for (int i = 0; i < stated.size(); i++) {
      var pointer = "/parameters/" + i;
      var key = stated.get(i).key();
      var known =
          parameter(key)
              .filter(p -> p.holdsOn(day))
              .orElseThrow(() -> new GroupRules.ParameterUnknown(pointer + "/key"));
      var value = value(known.parameter(), stated.get(i).value(), pointer + "/value");
      if (values.put(key, value) != null) {
        throw new GroupRules.ParameterKeyTaken(pointer + "/key");
      }
    }
    parameters.stream()
        .filter(p -> p.parameter().required() && p.holdsOn(day))
        .filter(p -> !values.containsKey(p.parameter().key()))
        .findFirst()
        .ifPresent(
            missing -> {
              throw new GroupRules.ParameterMissing(missing.parameter().key());
            });
    return values;
  }

  private static String value(GroupParameter parameter, String raw, String pointer) {
    var text = GroupRules.text(raw, MAX_TEXT, pointer);
    boolean fits =
        switch (parameter.kind()) {
          case NUMBER -> text.matches("[0-9]{1,15}");
          case DATE -> isDate(text);
          case TEXT -> true;
          case CHOICE -> parameter.choices().contains(text);
        };
    if (!fits) {
      throw new GroupRules.ParameterValueUnusable(pointer, parameter.kind());
    }
    return text;
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
