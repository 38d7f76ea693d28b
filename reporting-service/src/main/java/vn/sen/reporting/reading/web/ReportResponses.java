package vn.sen.reporting.reading.web;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What reports of any kind answer. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(responseCode = "200", description = "The report, with an ETag")
@ApiResponse(
    responseCode = "304",
    description = "The same report as the one named by If-None-Match")
@ApiResponse(responseCode = "400", description = "A parameter cannot be read")
@ApiResponse(responseCode = "403", description = "The unit, or the bank, is not the reader's")
@ApiResponse(
    responseCode = "404",
    description =
        "No such unit on the hierarchy's date (the problem names its successors), or nothing else"
            + " of a code asked for")
@ApiResponse(
    responseCode = "422",
    description = "The level does not fit the unit, or the dates do not fit each other")
@ApiResponse(
    responseCode = "410",
    description = "The log does not hold any more what was known then")
@ApiResponse(
    responseCode = "503",
    description = "The figures are still being loaded, or the log of the past cannot be read")
public @interface ReportResponses {}
