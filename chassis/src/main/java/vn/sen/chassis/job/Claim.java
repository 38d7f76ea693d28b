package vn.sen.chassis.job;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who works on a job.
 *
 * @param owner the instance, or null if none has begun
 * @param beat rises with each step done, as a sign of life
 */
public record Claim(UUID id, @Nullable String owner, long beat) {}
