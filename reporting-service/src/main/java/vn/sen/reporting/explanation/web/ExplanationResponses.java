package vn.sen.reporting.explanation.web;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What explanations of any report answer. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(responseCode = "200", description = "A page, with an ETag; links.next is the next one")
@ApiResponse(
    responseCode = "304",
    description = "The same answer as the one named by If-None-Match")
@ApiResponse(
    responseCode = "400",
    description = "A parameter cannot be read, or there is no such figure: the problem names all")
@ApiResponse(responseCode = "403", description = "The unit, or the bank, is not the reader's")
@ApiResponse(
    responseCode = "404",
    description = "No such unit, row or part, or nothing of the name asked for")
@ApiResponse(
    responseCode = "422",
    description = "The level does not fit the unit, or the period is turned round")
@ApiResponse(
    responseCode = "410",
    description = "The log does not hold any more what was known then")
@ApiResponse(
    responseCode = "503",
    description = "The figures are still being loaded, or the log cannot be read")
public @interface ExplanationResponses {}
