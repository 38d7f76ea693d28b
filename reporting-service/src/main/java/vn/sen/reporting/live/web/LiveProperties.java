package vn.sen.reporting.live.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.sen.reporting.live.Followers.Bounds;

/**
 * How closely reports may be followed.
 *
 * @param followers how many at most on this instance
 * @param ofOneReader how many of these for one person or machine
 * @param interval between two states of one report, at least
 * @param heartbeat until a silent line is told that somebody is there
 * @param check how soon a token that was revoked ends a line
 */
@ConfigurationProperties("sen.reporting.live")
record LiveProperties(
    @DefaultValue("500") int followers,
    @DefaultValue("250") int ofOneReader,
    @DefaultValue("200ms") Duration interval,
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("3s") Duration check) {

  Bounds bounds() {
    return new Bounds(followers, ofOneReader, interval, heartbeat, check);
  }
}
