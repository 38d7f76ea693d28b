package vn.sen.membership.orgunit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.approval.AlreadyDecided;
import vn.sen.chassis.approval.Proposal;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.membership.OrgUnitEvent;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitAssigned;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitClosed;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitCreated;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitRenamed;
import vn.sen.events.membership.OrgUnitEvent.UnitTraitStated;
import vn.sen.events.membership.OrgUnitEvent.UnitTraitWithdrawn;
import vn.sen.events.membership.OrgUnitEvent.WomenCountProposed;
import vn.sen.events.membership.OrgUnitEvent.WomenCountRejected;
import vn.sen.events.membership.OrgUnitEvent.WomenCountStated;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitTrait;
import vn.sen.events.membership.WomenDefinition;
import vn.sen.membership.naming.Names;

/**
 * What happened to one org unit by itself. A unit that a redrawing set up begins here without a
 * founding; what the redrawings say about it is on the map.
 *
 * @param id the unit
 * @param founding null where a redrawing set the unit up
 * @param renamings in the order they were told; a later one for the same day replaces the earlier
 * @param closedOn the first day without the unit, null while it was not closed by itself
 * @param women what was stated last for each definition and date
 * @param proposedWomen what was proposed last for each definition and date and is not decided yet
 * @param assignments successor by redrawing
 * @param traits what the locality was stated to be; a later statement for the same trait and day
 *     replaces the earlier
 */
record Unit(
    UUID id,
    @Nullable Founding founding,
    List<Renaming> renamings,
    @Nullable LocalDate closedOn,
    List<StatedWomen> women,
    List<Proposal<StatedWomen>> proposedWomen,
    Map<UUID, UUID> assignments,
    List<OrgUnit.Trait> traits) {

  static final int MAX_SOURCE = 200;

  /** A name and kind borne from a day on. */
  record Renaming(String name, UnitKind kind, LocalDate from) {}

  /** A number of women as it was stated. */
  record StatedWomen(WomenDefinition definition, int count, LocalDate asOf, String source) {
    boolean answersTheSame(StatedWomen other) {
      return answers(other.definition, other.asOf);
    }

    boolean answers(WomenDefinition question, LocalDate day) {
      return definition == question && asOf.equals(day);
    }
  }

  Unit {
    renamings = List.copyOf(renamings);
    women = List.copyOf(women);
    proposedWomen = List.copyOf(proposedWomen);
    assignments = Map.copyOf(assignments);
    traits = traits == null ? List.of() : List.copyOf(traits); // units of before have none
  }

  /** A unit that a redrawing set up and nothing has happened to since. */
  static Unit setUpByRedrawing(UUID id) {
    return new Unit(id, null, List.of(), null, List.of(), List.of(), Map.of(), List.of());
  }

  /**
   * Sets up a unit.
   *
   * @param units the map, on which the parent must exist and the code be free on the first day
   */
  static Decision<Unit> found(UUID id, Founding wanted, Units units) {
    var founding =
        new Founding(
            UnitRules.code(wanted.code(), "/code"),
            UnitRules.name(wanted.name(), "/name"),
            wanted.level(),
            wanted.kind(),
            wanted.parentId(),
            wanted.validFrom(),
            wanted.territorial());
    UnitRules.kindFits(founding.kind(), founding.level(), "/kind");
    requireParent(founding, units);
    if (units.map().byCode(founding.code(), founding.validFrom()).isPresent()) {
      throw new UnitRules.CodeInUse("/code", founding.code(), founding.validFrom());
    }
    var event =
        new OrgUnitCreated(
            founding.code(),
            founding.name(),
            founding.level(),
            founding.kind(),
            founding.parentId(),
            founding.validFrom(),
            founding.territorial());
    return Decision.of(
        new Unit(id, founding, List.of(), null, List.of(), List.of(), Map.of(), List.of()), event);
  }

  private static void requireParent(Founding founding, Units units) {
    if (founding.parentId() == null) {
      UnitRules.standsBelow(founding.level(), null, true, "/parentId");
      return;
    }
    var parent =
        units
            .unit(founding.parentId())
            .filter(p -> p.existsOn(founding.validFrom()))
            .orElseThrow(() -> new UnitRules.UnitNotInForce("/parentId", founding.validFrom()));
    UnitRules.standsBelow(
        founding.level(),
        parent.level(),
        parent.territorial() && founding.territorial(),
        "/parentId");
  }

  /**
   * Decides a command.
   *
   * @param known the unit as the map knows it, redrawings included
   * @param today in the province's zone
   */
  Decision<Unit> decide(
      UnitCommand command, OrgUnit known, Units units, Splits splits, LocalDate today) {
    return switch (command) {
      case UnitCommand.Rename c -> rename(c, known);
      case UnitCommand.Close c -> close(c, known, units.map());
      case UnitCommand.ProposeWomen c -> proposeWomen(c, known, today);
      case UnitCommand.ApproveWomen c -> approveWomen(c, known);
      case UnitCommand.RejectWomen c -> rejectWomen(c);
      case UnitCommand.StateTrait c -> stateTrait(c, known);
      case UnitCommand.WithdrawTrait c -> withdrawTrait(c);
      case UnitCommand.Follow c -> follow(c, known, units.map(), splits);
    };
  }

  private Decision<Unit> rename(UnitCommand.Rename command, OrgUnit known) {
    requireLife(known, command.from(), "/from");
    var kind = command.kind() == null ? known.kindOn(command.from()) : command.kind();
    UnitRules.kindFits(kind, known.level(), "/kind");
    var name = UnitRules.name(command.name(), "/name");
    return decided(new OrgUnitRenamed(name, kind, command.from()));
  }

  private Decision<Unit> close(UnitCommand.Close command, OrgUnit known, OrgMap map) {
    if (known.validTo() != null) {
      throw new UnitRules.UnitAlreadyClosed();
    }
    if (!command.on().isAfter(known.validFrom())) {
      throw new UnitRules.OutsideTheUnitsLife("/on");
    }
    int below = map.childrenOf(known.id(), command.on()).size();
    if (below > 0) {
      throw new UnitRules.UnitsStillBelow(below);
    }
    return decided(new OrgUnitClosed(command.on()));
  }

  private Decision<Unit> proposeWomen(
      UnitCommand.ProposeWomen command, OrgUnit known, LocalDate today) {
    if (command.asOf().isAfter(today)) {
      throw new UnitRules.WomenStatedForTheFuture();
    }
    requireLife(known, command.asOf(), "/asOf");
    var source = source(command.source());
    var wanted = new StatedWomen(command.definition(), command.count(), command.asOf(), source);
    var proposal = new Proposal<>(wanted, command.author());
    return women.contains(wanted) || proposedWomen.contains(proposal)
        ? Decision.nothing(this)
        : Decision.of(
            proposing(proposal),
            new WomenCountProposed(command.definition(), command.asOf(), command.author()));
  }

  private Decision<Unit> approveWomen(UnitCommand.ApproveWomen command, OrgUnit known) {
    var proposal = open(command.definition(), command.asOf());
    var approval = proposal.approvedBy(command.approver());
    var wanted = proposal.content();
    requireLife(known, wanted.asOf(), "");
    return decided(
        new WomenCountStated(
            wanted.definition(), wanted.count(), wanted.asOf(), wanted.source(), approval));
  }

  private Decision<Unit> rejectWomen(UnitCommand.RejectWomen command) {
    open(command.definition(), command.asOf());
    return decided(
        new WomenCountRejected(command.definition(), command.asOf(), command.rejectedBy()));
  }

  private Proposal<StatedWomen> open(WomenDefinition definition, LocalDate asOf) {
    return proposedWomen.stream()
        .filter(p -> p.content().answers(definition, asOf))
        .findFirst()
        .orElseThrow(AlreadyDecided::new);
  }

  private Decision<Unit> stateTrait(UnitCommand.StateTrait command, OrgUnit known) {
    requireLife(known, command.from(), "/from");
    if (command.until() != null && command.until().isBefore(command.from())) {
      throw new UnitRules.TraitEndsBeforeItBegins();
    }
    return decided(
        new UnitTraitStated(
            command.trait(), command.from(), command.until(), source(command.source())));
  }

  private Decision<Unit> withdrawTrait(UnitCommand.WithdrawTrait command) {
    if (traits.stream().noneMatch(t -> isAbout(t, command.trait(), command.from()))) {
      throw new UnitRules.TraitNotStated();
    }
    return decided(new UnitTraitWithdrawn(command.trait(), command.from()));
  }

  private static boolean isAbout(OrgUnit.Trait stated, UnitTrait trait, LocalDate from) {
    return stated.trait() == trait && stated.from().equals(from);
  }

  private static String source(String raw) {
    var source = Names.clean(raw);
    if (source.isEmpty() || source.length() > MAX_SOURCE || !Names.isPrintable(source)) {
      throw new UnitRules.SourceUnusable(MAX_SOURCE);
    }
    return source;
  }

  private Decision<Unit> follow(
      UnitCommand.Follow command, OrgUnit known, OrgMap map, Splits splits) {
    var split =
        splits.into(command.redrawingId(), command.successorId()).stream()
            .filter(s -> !known.id().equals(s.unit()) && s.concerns(map, known.id(), List.of()))
            .findFirst()
            .orElseThrow(UnitRules.NotConcernedByTheSplit::new);
    return decided(new OrgUnitAssigned(command.redrawingId(), command.successorId(), split.on()));
  }

  private Decision<Unit> decided(OrgUnitEvent event) {
    var next = evolve(event);
    return next.equals(this) ? Decision.nothing(this) : Decision.of(next, event);
  }

  /** The successors that it follows, of the earliest redrawing first, as the map takes them. */
  List<UUID> followed(Splits splits) {
    return assignments.entrySet().stream()
        .sorted(
            Comparator.comparing(followed -> day(followed.getKey(), followed.getValue(), splits)))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static LocalDate day(UUID redrawing, UUID successor, Splits splits) {
    return splits.into(redrawing, successor).getFirst().on();
  }

  /** The state after an event. */
  Unit evolve(OrgUnitEvent event) {
    return switch (event) {
      case OrgUnitCreated _ -> this;
      case OrgUnitRenamed e -> withRenaming(new Renaming(e.name(), e.kind(), e.from()));
      case OrgUnitClosed e ->
          new Unit(id, founding, renamings, e.on(), women, proposedWomen, assignments, traits);
      case WomenCountProposed _ -> this; // the event does not tell the number
      case WomenCountRejected e -> withoutProposal(e.definition(), e.asOf());
      case WomenCountStated e ->
          withoutProposal(e.definition(), e.asOf())
              .withWomen(new StatedWomen(e.definition(), e.count(), e.asOf(), e.source()));
      case UnitTraitStated e ->
          withTraits(
              e.trait(), e.from(), new OrgUnit.Trait(e.trait(), e.from(), e.until(), e.source()));
      case UnitTraitWithdrawn e -> withTraits(e.trait(), e.from(), null);
      case OrgUnitAssigned e -> {
        var all = new HashMap<>(assignments);
        all.put(e.redrawingId(), e.successorId());
        yield new Unit(id, founding, renamings, closedOn, women, proposedWomen, all, traits);
      }
    };
  }

  /**
   * @param stated null where nothing is stated any more
   */
  private Unit withTraits(UnitTrait trait, LocalDate from, OrgUnit.@Nullable Trait stated) {
    if (stated != null && traits.contains(stated)) {
      return this;
    }
    var all = new ArrayList<>(traits);
    all.removeIf(t -> isAbout(t, trait, from));
    if (stated != null) {
      all.add(stated);
    }
    return new Unit(id, founding, renamings, closedOn, women, proposedWomen, assignments, all);
  }

  private Unit withRenaming(Renaming renaming) {
    if (renamings.contains(renaming)) {
      return this;
    }
    var all = new ArrayList<>(renamings);
    all.removeIf(r -> r.from().equals(renaming.from()));
    all.add(renaming);
    return new Unit(id, founding, all, closedOn, women, proposedWomen, assignments, traits);
  }

  private Unit withWomen(StatedWomen stated) {
    if (women.contains(stated)) {
      return this;
    }
    var all = new ArrayList<>(women);
    all.removeIf(stated::answersTheSame);
    all.add(stated);
    return new Unit(id, founding, renamings, closedOn, all, proposedWomen, assignments, traits);
  }

  private Unit proposing(Proposal<StatedWomen> proposal) {
    var all = new ArrayList<>(proposedWomen);
    all.removeIf(p -> p.content().answersTheSame(proposal.content()));
    all.add(proposal);
    return new Unit(id, founding, renamings, closedOn, women, all, assignments, traits);
  }

  private Unit withoutProposal(WomenDefinition definition, LocalDate asOf) {
    var open = proposedWomen.stream().filter(p -> !p.content().answers(definition, asOf)).toList();
    return new Unit(id, founding, renamings, closedOn, women, open, assignments, traits);
  }

  private static void requireLife(OrgUnit known, LocalDate day, String pointer) {
    if (!known.existsOn(day)) {
      throw new UnitRules.OutsideTheUnitsLife(pointer);
    }
  }

  /** The natural keys the unit holds. That a unit ends once, whoever ends it, is one of them. */
  Collection<String> keys() {
    var keys = new ArrayList<String>();
    if (founding != null) {
      keys.add(founding.key());
    }
    if (closedOn != null) {
      keys.add(Founding.endKey(id));
    }
    return keys;
  }
}
