package vn.sen.reporting.voice;

import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.membership.VoiceMeasure;
import vn.sen.events.membership.VoicePlace;
import vn.sen.reporting.reading.DatedVersions;
import vn.sen.reporting.reading.Drafts;
import vn.sen.reporting.reading.MeasureTotals;

/** All figures at one point of the log. Immutable, shared by all readers. */
record VoiceSnapshot(
    Drafts.Copies<VoicePlace, MeasureTotals<VoiceMeasure>> places,
    DatedVersions versions,
    ViewPosition position) {}
