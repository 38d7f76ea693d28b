package vn.sen.reporting.lending.web;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.GroupRank;
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.lending.LendingQuery.Selection;

/** Which loans are asked for; all where nothing is. */
record Choice(
    @Parameter(description = "A bank's code or id") @Nullable String bank,
    @Parameter(description = "A programme's code or id") @Nullable String programme,
    @Parameter(description = "The rank of the loan's group on asOf") @Nullable GroupRank groupRank,
    @Parameter(description = "Only localities that are this on the hierarchy's date")
        @Nullable UnitTrait trait) {

  /**
   * The same for whoever may see one bank only.
   *
   * @param seen the bank whose figures the reader gets; null for all
   */
  Selection of(@Nullable String seen) {
    return new Selection(seen, programme, groupRank, trait);
  }
}
