package vn.sen.local.demo.dataset.lending;

import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.DifferenceCause;

/**
 * Where a bank's statement says something else than the platform counts.
 *
 * @param amount what the statement says minus what the platform says, in đồng
 * @param stated the line that stands in the statement; null where there is none
 */
public record Planted(
    String bank, DifferenceCause cause, String loan, long amount, @Nullable StatementLine stated) {}
