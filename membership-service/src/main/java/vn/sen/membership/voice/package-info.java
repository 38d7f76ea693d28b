/**
 * Voices: needs and petitions raised at the grassroots, routed up and down, answered, and closed
 * with who raised them. What is allowed when is {@link vn.sen.membership.voice.Voice}'s, what it
 * adds to the figures {@link vn.sen.membership.voice.VoiceFigures}'.
 */
@NullMarked
package vn.sen.membership.voice;

import org.jspecify.annotations.NullMarked;
