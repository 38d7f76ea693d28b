package vn.sen.reporting.province.web;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;

/** What of the province report is asked for, and by which definition. */
record Choice(
    @Parameter(description = "The level of the rows; the next one below the unit if absent")
        @Nullable UnitLevel level,
    @Parameter(description = "Only localities that are this on the hierarchy's date")
        @Nullable UnitTrait trait,
    @Parameter(
            description = "The code of a report definition; the general one if absent",
            example = "phu-yen-2023")
        @Nullable String definition,
    @Parameter(description = "A version of the definition; the last one if absent")
        @Nullable Long definitionVersion) {}
