package vn.sen.membership.member;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Page;
import vn.sen.events.membership.MemberType;

/** Searches are sent by POST, so that no name stands in a URL. */
@RestController
@RequestMapping(MemberController.PATH + "/searches")
class MemberSearchController {

  private static final int MAX_PAGE = 500;
  private static final int DEFAULT_PAGE = 50;

  private final MemberSearch search;

  MemberSearchController(MemberSearch search) {
    this.search = search;
  }

  /**
   * What to look for.
   *
   * @param unitId with everything below it on today's map
   * @param limit 50 where left out
   * @param cursor from the page before
   */
  record Search(
      @Nullable @Size(max = Particulars.MAX_NAME) String namePrefix,
      @Nullable @Size(max = 20) String identityNumber,
      @Nullable UUID unitId,
      Member.@Nullable Status status,
      @Nullable @Size(max = 1000)
          List<@NotNull @Size(max = Particulars.MAX_REFERENCE) String> externalRefs,
      @Nullable @Min(1) @Max(MAX_PAGE) Integer limit,
      @Nullable @Size(max = 1000) String cursor) {}

  /**
   * A member in a list.
   *
   * @param identityNumber its last digits
   * @param phone its last digits
   */
  record Item(
      UUID id,
      long version,
      Member.Status status,
      String fullName,
      @Nullable LocalDate birthDate,
      @Nullable Integer birthYear,
      @Nullable String identityNumber,
      @Nullable String phone,
      UUID unitId,
      MemberType memberType,
      @Nullable String externalRef) {

    static Item of(Stored<Member> stored) {
      var member = stored.state();
      var particulars = member.particulars().masked();
      return new Item(
          stored.id(),
          stored.version(),
          member.status(),
          particulars.fullName(),
          particulars.birthDate(),
          particulars.birthYear(),
          particulars.identityNumber(),
          particulars.phone(),
          member.currentUnit(),
          member.currentType(),
          particulars.externalRef());
    }
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @PostMapping
  Page<Item> search(@Valid @RequestBody Search body, Caller reader, OnRecord record) {
    var found =
        search.find(
            reader,
            new MemberSearch.Criteria(
                body.namePrefix(),
                blankAsNull(body.identityNumber()),
                body.unitId(),
                body.status(),
                body.externalRefs()),
            body.limit() == null ? DEFAULT_PAGE : body.limit(),
            body.cursor());
    record.shows(found.members().stream().map(Stored::id).toList());
    return new Page<>(found.members().stream().map(Item::of).toList(), found.next());
  }

  private static @Nullable String blankAsNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
