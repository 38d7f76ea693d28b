package vn.sen.membership.transfer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests for members of other units are handled. A request keeps the days that held when it
 * was made.
 *
 * @param daysToAnswer so many days the sending unit has before the common superior decides
 */
@ConfigurationProperties("sen.membership.transfers")
record TransferProperties(@DefaultValue("15") int daysToAnswer) {}
