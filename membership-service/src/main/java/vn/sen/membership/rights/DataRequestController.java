package vn.sen.membership.rights;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.CursorInvalid;
import vn.sen.chassis.web.Page;
import vn.sen.events.membership.ConsentPurpose;
import vn.sen.events.membership.ContactChannel;
import vn.sen.events.membership.DataRight;
import vn.sen.events.membership.RetentionReason;
import vn.sen.membership.cadre.CadreRecords;
import vn.sen.membership.communitygroup.GroupRecords;
import vn.sen.membership.household.HouseholdRecords;
import vn.sen.membership.member.MemberRecords;
import vn.sen.membership.voice.VoiceRecords;

/** What members ask about their data, entered by the officer who has checked who asks. */
@RestController
@RequestMapping(DataRequestController.PATH)
class DataRequestController {

  static final String PATH = "/api/membership/data-requests";

  private static final int MAX_PAGE = 500;
  private static final String OPEN = "ix." + RightsConfiguration.OPEN;
  private static final String DUE = "ix." + RightsConfiguration.DUE;
  private static final String MEMBER = "ix." + RightsConfiguration.MEMBER;

  private final DataRequestHandler handler;
  private final AggregateStore<DataRequest> store;
  private final AggregateStore<Consents> consents;
  private final MemberRecords members;
  private final HouseholdRecords households;
  private final CadreRecords cadres;
  private final GroupRecords groups;
  private final VoiceRecords voices;

  DataRequestController(
      DataRequestHandler handler,
      AggregateStore<DataRequest> store,
      AggregateStore<Consents> consents,
      MemberRecords members,
      HouseholdRecords households,
      CadreRecords cadres,
      GroupRecords groups,
      VoiceRecords voices) {
    this.cadres = cadres;
    this.households = households;
    this.groups = groups;
    this.voices = voices;
    this.handler = handler;
    this.store = store;
    this.consents = consents;
    this.members = members;
  }

  /**
   * @param receivedOn the day she asked
   * @param identityCheck how the officer knows that it is she, for example the card shown
   */
  record NewRequest(
      @NotNull UUID memberId,
      @NotNull DataRight right,
      @NotNull ContactChannel channel,
      @NotNull LocalDate receivedOn,
      @NotBlank @Size(max = DataRequest.MAX_TEXT) String identityCheck) {}

  record Acknowledgement(@NotNull LocalDate on) {}

  /**
   * @param proof by what it can be shown that it was done
   * @param kept why a part of what should be erased is kept; all is erased where left out
   * @param purposes the consents withdrawn, where that was asked
   */
  record Fulfilment(
      @NotNull LocalDate on,
      @NotBlank @Size(max = DataRequest.MAX_TEXT) String proof,
      @Nullable RetentionReason kept,
      @Nullable Set<@NotNull ConsentPurpose> purposes) {}

  /**
   * @param explanation what she was told
   */
  record Refusal(
      @NotNull LocalDate on,
      @NotNull RetentionReason reason,
      @NotBlank @Size(max = DataRequest.MAX_TEXT) String explanation) {}

  /**
   * A request.
   *
   * @param source where the due days come from
   * @param closedOn when it was fulfilled or refused
   * @param proof by what it can be shown that it was done, or what she was told
   * @param reason why all or a part of the data was kept
   */
  record RequestView(
      UUID id,
      long version,
      DataRequest.Status status,
      UUID memberId,
      DataRight right,
      ContactChannel channel,
      LocalDate receivedOn,
      String identityCheck,
      LocalDate acknowledgeBy,
      LocalDate fulfilBy,
      String source,
      @Nullable LocalDate acknowledgedOn,
      @Nullable LocalDate closedOn,
      @Nullable String proof,
      @Nullable RetentionReason reason) {

    static RequestView of(Stored<DataRequest> stored) {
      var request = stored.state();
      var q = request.question();
      var fulfilled = request instanceof DataRequest.Fulfilled f ? f : null;
      var refused = request instanceof DataRequest.Refused r ? r : null;
      return new RequestView(
          stored.id(),
          stored.version(),
          request.status(),
          q.memberId(),
          q.right(),
          q.channel(),
          q.receivedOn(),
          q.identityCheck(),
          q.acknowledgeBy(),
          q.fulfilBy(),
          q.source(),
          request.acknowledgedOn(),
          fulfilled != null ? fulfilled.on() : refused != null ? refused.on() : null,
          fulfilled != null ? fulfilled.proof() : refused != null ? refused.explanation() : null,
          fulfilled != null ? fulfilled.kept() : refused != null ? refused.reason() : null);
    }
  }

  /**
   * Everything that is held about her.
   *
   * @param household where she lives or lived last, if anybody said
   * @param groups that she belongs or belonged to, or whose meetings she came to
   * @param voices that she raised
   */
  record Export(
      MemberRecords.Held record,
      HouseholdRecords.@Nullable HeldHousehold household,
      CadreRecords.HeldCadre cadre,
      List<ConsentController.Consent> consents,
      List<GroupRecords.HeldGroup> groups,
      List<VoiceRecords.HeldVoice> voices,
      List<RequestView> requests) {}

  @Needs(Role.OFFICER)
  @PostMapping
  ResponseEntity<Done> receive(@Valid @RequestBody NewRequest body, CommandContext by) {
    return CommandAnswers.created(
        handler.receive(
            by,
            body.memberId(),
            body.right(),
            body.channel(),
            body.receivedOn(),
            body.identityCheck()),
        PATH);
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/acknowledgement")
  ResponseEntity<Done> acknowledge(
      @PathVariable UUID id, @Valid @RequestBody Acknowledgement body, CommandContext by) {
    inScope(id, by.sender());
    return CommandAnswers.changed(handler.acknowledge(id, by, body.on()));
  }

  /** What she asked is done by this: consents are withdrawn, her data is erased. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/fulfilment")
  ResponseEntity<Done> fulfil(
      @PathVariable UUID id, @Valid @RequestBody Fulfilment body, CommandContext by) {
    inScope(id, by.sender());
    var purposes = body.purposes() == null ? Set.<ConsentPurpose>of() : body.purposes();
    return CommandAnswers.changed(
        handler.fulfil(id, by, body.on(), body.proof(), body.kept(), purposes));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/refusal")
  ResponseEntity<Done> refuse(
      @PathVariable UUID id, @Valid @RequestBody Refusal body, CommandContext by) {
    inScope(id, by.sender());
    return CommandAnswers.changed(
        handler.refuse(id, by, body.on(), body.reason(), body.explanation()));
  }

  @Needs(Role.OFFICER)
  @GetMapping("/{id}")
  ResponseEntity<RequestView> get(@PathVariable UUID id, Caller reader, OnRecord record) {
    var stored = inScope(id, reader);
    record.shows(stored.state().question().memberId());
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(RequestView.of(stored));
  }

  @Needs(Role.OFFICER)
  @GetMapping("/{id}/history")
  ResponseEntity<Page<HistoryEntry>> history(
      @PathVariable UUID id, Caller reader, OnRecord record) {
    record.shows(inScope(id, reader).state().question().memberId());
    return Page.of(store.history(id), null);
  }

  /** The answer to a request for access, to be handed over. */
  @Needs(Role.OFFICER)
  @GetMapping("/{id}/export")
  Export export(@PathVariable UUID id, Caller reader, OnRecord record) {
    var request = inScope(id, reader).state();
    if (request.question().right() != DataRight.ACCESS) {
      throw new RightsRules.NoRequestForAccess();
    }
    var member = request.question().memberId();
    record.shows(member);
    var said = consents.find(member).map(Stored::state).orElseGet(Consents::none);
    var held = members.held(member);
    var household = held.member().householdId();
    return new Export(
        held,
        household == null ? null : households.held(household),
        cadres.held(member),
        ConsentController.Consent.all(said),
        groups.held(member),
        voices.held(member),
        store
            .stored(
                store
                    .documents()
                    .find(Filters.eq(MEMBER, member))
                    .sort(Sorts.ascending("_id"))
                    .into(new ArrayList<>()))
            .stream()
            .map(RequestView::of)
            .toList());
  }

  /** The requests that wait, or those that are closed; what is due first comes first. */
  @Needs(Role.OFFICER)
  @GetMapping
  ResponseEntity<Page<RequestView>> list(
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam @Nullable UUID memberId,
      @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_PAGE) int limit,
      @RequestParam @Nullable String cursor,
      Caller reader,
      OnRecord record) {
    var filters = new ArrayList<Bson>(List.of(Filters.eq(OPEN, open)));
    if (memberId != null) {
      filters.add(Filters.eq(MEMBER, memberId));
    }
    var behind = Cursor.parse(cursor, 2);
    if (!behind.isEmpty()) {
      var due = behind.getFirst();
      var last = id(behind.getLast());
      filters.add(
          Filters.or(
              Filters.gt(DUE, due), Filters.and(Filters.eq(DUE, due), Filters.gt("_id", last))));
    }
    var found = new ArrayList<Stored<DataRequest>>();
    try (var documents =
        store
            .documents()
            .find(Filters.and(filters))
            .sort(Sorts.ascending(DUE, "_id"))
            .batchSize(limit + 1)
            .cursor()) {
      while (documents.hasNext() && found.size() <= limit) {
        var request = store.stored(documents.next());
        if (members.isInScope(request.state().question().memberId(), reader)) {
          found.add(request);
        }
      }
    }
    var items =
        found.subList(0, Math.min(limit, found.size())).stream().map(RequestView::of).toList();
    record.shows(items.stream().map(RequestView::memberId).toList());
    return Page.of(
        items,
        found.size() > limit
            ? Cursor.of(items.getLast().fulfilBy() + "", items.getLast().id() + "")
            : null);
  }

  private Stored<DataRequest> inScope(UUID id, Caller caller) {
    var stored = store.get(id);
    members.requireInScope(stored.state().question().memberId(), caller);
    return stored;
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new CursorInvalid();
    }
  }
}
