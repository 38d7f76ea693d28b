package vn.sen.reporting.lending;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.GroupRank;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Unit;

/**
 * A group in a list.
 *
 * @param unit the lowest unit that certainly holds it
 * @param borrowers households that owe principal as members of the group, each counted once
 * @param fewest that are agreed with the bank
 * @param most that are agreed with the bank
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record GroupLine(
    UUID group,
    Unit unit,
    Labelled bank,
    @Nullable GroupRank groupRank,
    int borrowers,
    int fewest,
    int most) {}
