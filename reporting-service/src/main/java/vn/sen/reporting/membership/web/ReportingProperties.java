package vn.sen.reporting.membership.web;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the Union may set for reports.
 *
 * @param gatheringThresholdPercent communes with a lower share of the women present get support
 *     visits
 */
@ConfigurationProperties("sen.reporting")
record ReportingProperties(@DefaultValue("60") BigDecimal gatheringThresholdPercent) {}
