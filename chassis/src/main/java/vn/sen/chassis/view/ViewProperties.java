package vn.sen.chassis.view;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set for views.
 *
 * @param stalled how long a view may stand still before its health says so
 * @param consistency how long a reader with a consistency token waits at most
 */
@ConfigurationProperties("sen.view")
public record ViewProperties(
    @DefaultValue("30s") Duration stalled, @DefaultValue("2s") Duration consistency) {}
