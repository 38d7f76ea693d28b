package vn.sen.reporting.voice;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.VoiceKind;
import vn.sen.reporting.reading.Unit;

/**
 * Voices of one kind and subject area that were raised at one unit and are answered by one.
 *
 * @param raisedAt the unit, as it was called nearest to the map's day; null while it is not known
 * @param owner the same of who has to answer
 * @param subject the code of the subject area
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record VoicePart(
    @Nullable Unit raisedAt, @Nullable Unit owner, VoiceKind kind, String subject) {}
