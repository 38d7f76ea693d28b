package vn.sen.membership.approval;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.web.Page;

/** An approver's list: everything that waits for her, of whatever kind. */
@RestController
@RequestMapping("/api/membership/proposals")
class ProposalController {

  private static final Comparator<OpenProposal> ORDER =
      Comparator.comparing(OpenProposal::kind)
          .thenComparing(OpenProposal::record)
          .thenComparing(OpenProposal::path);

  private final ObjectProvider<OpenProposal.Source> sources;

  ProposalController(ObjectProvider<OpenProposal.Source> sources) {
    this.sources = sources;
  }

  /** Decided ones are found where they are kept. */
  enum Status {
    OPEN
  }

  /**
   * @param own whether the reader proposed it herself, so that somebody else must decide
   */
  record ProposalView(
      OpenProposal.Kind kind, UUID record, long version, String author, boolean own, String path) {

    static ProposalView of(OpenProposal proposal, Caller reader) {
      return new ProposalView(
          proposal.kind(),
          proposal.record(),
          proposal.version(),
          proposal.author(),
          proposal.author().equals(reader.subject()),
          proposal.path());
    }
  }

  @Needs(Role.APPROVER)
  @GetMapping
  ResponseEntity<Page<ProposalView>> list(
      @RequestParam(defaultValue = "OPEN") Status status, Caller reader) {
    List<ProposalView> open =
        sources.stream()
            .flatMap(source -> source.openTo(reader).stream())
            .sorted(ORDER)
            .map(proposal -> ProposalView.of(proposal, reader))
            .toList();
    return Page.of(open, null);
  }
}
