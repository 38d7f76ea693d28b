package vn.sen.reporting.audit.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set for the audit trail.
 *
 * @param gather how long records are gathered into one block
 * @param heads how often the trail states where its chains end; what was added since the last time
 *     could be cut off unnoticed where both the log and the trail are in an attacker's hands
 */
@ConfigurationProperties("sen.reporting.audit")
public record TrailProperties(
    @DefaultValue("200ms") Duration gather, @DefaultValue("10m") Duration heads) {}
