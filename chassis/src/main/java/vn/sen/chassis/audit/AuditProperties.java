package vn.sen.chassis.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set for the audit trail.
 *
 * @param refusalsTogether refused attempts of one kind within this time are told together
 */
@ConfigurationProperties("sen.audit")
public record AuditProperties(@DefaultValue("1m") Duration refusalsTogether) {}
