package vn.sen.chassis.relay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The relay's settings.
 *
 * @param instance names this process among the instances of the service; a restart under the same
 *     name takes its leases up at once. Empty: a random name
 * @param lease after so long without a sign of life a lease has run out
 * @param capacity so many events may wait before commands are refused
 * @param bulkCapacity so many events may wait before bulk writers are held back
 */
@ConfigurationProperties("sen.relay")
public record RelayProperties(
    @DefaultValue("") String instance,
    @DefaultValue("5s") Duration lease,
    @DefaultValue("100000") int capacity,
    @DefaultValue("20000") int bulkCapacity) {}
