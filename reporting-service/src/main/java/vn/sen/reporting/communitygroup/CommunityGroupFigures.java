package vn.sen.reporting.communitygroup;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewReader;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Coded;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Joined;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Left;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Met;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Named;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Restated;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Step;
import vn.sen.reporting.reading.DatedVersions;
import vn.sen.reporting.reading.Drafts;
import vn.sen.reporting.reading.Facts;
import vn.sen.reporting.reading.Facts.Fact;
import vn.sen.reporting.reading.Kept;
import vn.sen.reporting.reading.Numbering;

/**
 * Keeps the figures that reports are answered from. The view's thread adds; readers take snapshots,
 * in which only what has changed is made anew.
 */
public final class CommunityGroupFigures implements ViewReader<CommunityGroupRow> {

  private final Numbering<UUID> people = new Numbering<>();
  private final Drafts<UUID, GroupDraft, GroupHistory> groups =
      new Drafts<>(_ -> new GroupDraft(people), (_, draft) -> draft.history());
  private final Kept<UUID, String> codes = new Kept<>("");
  private final Kept<UUID, Facts<String>> names = new Kept<>(Facts.none());

  private DatedVersions versions = DatedVersions.NONE;
  private @Nullable LocalDate changedFrom;
  private volatile CommunityGroupSnapshot snapshot;

  public CommunityGroupFigures() {
    snapshot = show(ViewPosition.NONE);
  }

  @Override
  public void add(CommunityGroupRow row, long delta) {
    switch (row) {
      case Step step -> {
        groups.change(step.group()).add(step, delta);
        changed(step.date());
      }
      case Joined(var group, var member, var sequence, var on) -> {
        groups.change(group).tell(member, sequence, row);
        changed(on);
      }
      case Left(var group, var member, var sequence, var on, _) -> {
        groups.change(group).tell(member, sequence, row);
        changed(on);
      }
      case Restated(var group, var member, var sequence, var on, _) -> {
        groups.change(group).tell(member, sequence, row);
        changed(on);
      }
      case Met met -> {
        groups.change(met.group()).tell(met);
        if (met.on() != null) { // the steps tell of the day on which it was before
          changed(met.on());
        }
      }
      case Coded(var type, var code) -> {
        codes.change(type, _ -> code);
        changed(LocalDate.MIN);
      }
      case Named(var type, var sequence, var from, var name) -> {
        names.change(type, said -> said.plus(new Fact<>(from, sequence, name)));
        changed(LocalDate.MIN); // the first name also serves the days before
      }
    }
  }

  private void changed(LocalDate from) {
    var before = changedFrom;
    changedFrom = before == null || from.isBefore(before) ? from : before;
  }

  @Override
  public void publish(ViewPosition position) {
    snapshot = show(position);
  }

  private CommunityGroupSnapshot show(ViewPosition position) {
    if (changedFrom != null) {
      versions = versions.changed(changedFrom);
      changedFrom = null;
    }
    // first the groups: they give numbers to people
    var shown = groups.show();
    return new CommunityGroupSnapshot(
        shown, people.inOrder(), codes.show(), names.show(), versions, position);
  }

  /** The figures now. */
  CommunityGroupSnapshot snapshot() {
    return snapshot;
  }
}
