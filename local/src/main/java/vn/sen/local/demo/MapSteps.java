package vn.sen.local.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sen.local.demo.dataset.Assignments.OfBranch;
import vn.sen.local.demo.dataset.Assignments.OfMember;
import vn.sen.local.demo.dataset.Redrawing;
import vn.sen.local.demo.dataset.SuccessionFact;
import vn.sen.local.demo.dataset.UnitFact;

/** Redraws the map, one act for each resolution, and assigns whom a split leaves open. */
final class MapSteps {

  private static final String REDRAWINGS = "/api/membership/redrawings";
  private static final String UNITS = "/api/membership/org-units";

  private final LoadContext context;
  private final LoadedUnits units;
  private final MemberSteps members;
  private final Map<LocalDate, String> redrawings = new HashMap<>();

  MapSteps(LoadContext context, LoadedUnits units, MemberSteps members) {
    this.context = context;
    this.units = units;
    this.members = members;
  }

  void redraw() {
    for (var item : context.api().get(REDRAWINGS).body().required("items")) {
      if (item.required("state").asString().equals("IN_FORCE")) {
        redrawings.put(
            LocalDate.parse(item.required("effectiveOn").asString()),
            item.required("id").asString());
      }
    }
    for (var redrawing : context.data().redrawings()) {
      context
          .progress()
          .begin(
              "Bản đồ " + VietnameseNumbers.day(redrawing.effectiveOn()) + " (redrawing)",
              redrawing.created().size());
      if (!redrawings.containsKey(redrawing.effectiveOn())) {
        redrawings.put(redrawing.effectiveOn(), redraw(redrawing));
      }
      units.read(context.api(), redrawing.effectiveOn());
      if (!units.hasAll(redrawing.created().stream().map(UnitFact::key).toList())) {
        throw new StepFailed(
            "the redrawing of " + redrawing.effectiveOn() + " on the platform is another one");
      }
      context.progress().end();
    }
  }

  /** One proposes, the other one approves. */
  private String redraw(Redrawing redrawing) {
    var on = redrawing.effectiveOn();
    var proposed = context.api().post(REDRAWINGS, context.key("redrawing", on), body(redrawing));
    context
        .approver()
        .change(
            REDRAWINGS + "/" + proposed.text("id") + "/approval",
            context.key("redrawing-approval", on),
            proposed.version(),
            Map.of());
    return proposed.text("id");
  }

  private Map<String, Object> body(Redrawing redrawing) {
    var created = redrawing.created().stream().map(UnitFact::key).toList();
    return Map.of(
        "resolution",
        redrawing.resolution(),
        "effectiveOn",
        redrawing.effectiveOn().toString(),
        "units",
        redrawing.created().stream()
            .map(
                unit -> {
                  var body = new LinkedHashMap<String, Object>();
                  body.put("key", unit.key().toString());
                  body.put("code", unit.key().code());
                  body.put("name", unit.name());
                  body.put("level", unit.level());
                  body.put("kind", unit.kind());
                  var parent = unit.parent();
                  if (parent != null && created.contains(parent)) {
                    body.put("parentKey", parent.toString());
                  } else if (parent != null) {
                    body.put("parentId", units.id(parent));
                  }
                  return body;
                })
            .toList(),
        "closes",
        redrawing.closes().stream().map(units::id).toList(),
        "successions",
        redrawing.successions().stream().map(this::succession).toList());
  }

  private Map<String, Object> succession(SuccessionFact fact) {
    var body = new LinkedHashMap<String, Object>();
    body.put("fromId", units.id(fact.from()));
    body.put("toKey", fact.to().toString());
    body.put("extent", fact.extent());
    if (fact.what() != null) {
      body.put("note", fact.what());
    }
    return body;
  }

  /** Branches first, then single members; the rest stays open. */
  void assign() {
    var assignments = context.data().assignments();
    var byBranch =
        new ArrayList<>(
            assignments.branches().stream()
                .collect(groupingBy(OfBranch::branch, LinkedHashMap::new, toList()))
                .values());
    context.progress().begin("Phân chi hội sau chia tách (assignments)", byBranch.size());
    context.workers().forEach(byBranch, context.progress(), this::assignBranch);
    context.progress().end();
    context.progress().begin("Phân từng hội viên (assignments)", assignments.members().size());
    context.workers().forEach(assignments.members(), context.progress(), this::assignMember);
    context.progress().end();
  }

  /** In the order of the redrawings: the later split is of a unit that the earlier one made. */
  private void assignBranch(List<OfBranch> inOrder) {
    for (var assignment : inOrder) {
      var branch = units.get(assignment.branch().key());
      var answer =
          context
              .api()
              .change(
                  UNITS + "/" + branch.id() + "/assignments",
                  context.key(
                      "assignment",
                      assignment.branch().key().code() + "-" + assignment.redrawing()),
                  branch.version(),
                  body(assignment.redrawing(), units.id(assignment.successor())));
      units.put(assignment.branch().key(), new LoadedUnits.Ref(branch.id(), answer.version()));
    }
  }

  private void assignMember(OfMember assignment) {
    members.command(
        assignment.person(),
        "assignments",
        "assignment-" + assignment.redrawing(),
        body(assignment.redrawing(), units.id(assignment.successor())));
  }

  private Map<String, Object> body(LocalDate redrawing, String successorId) {
    var id = redrawings.get(redrawing);
    if (id == null) {
      throw new StepFailed("no redrawing of " + redrawing);
    }
    return Map.of("redrawingId", id, "successorId", successorId);
  }
}
