package vn.sen.reporting.programme;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.reporting.programme.ProgrammeRow.Goal;

/** What is known at one point of the log. Immutable, shared by all readers. */
record ProgrammeSnapshot(
    Map<UUID, Programme> programmes, Map<Goals.Key, List<Goal>> goals, ViewPosition position) {}
