package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.gateway.ProblemAssert.assertProblem;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ApiDocsTest extends GatewayFixture {

  @Test
  void everyServicesDocumentIsOffered() {
    // when
    var documents = json(get("/api/docs/documents"));
    // then
    assertThat(documents.toString())
        .isEqualTo(
            """
            [{"name":"identity","url":"/api/identity/openapi"},\
            {"name":"lending","url":"/api/lending/openapi"},\
            {"name":"membership","url":"/api/membership/openapi"},\
            {"name":"reporting","url":"/api/reporting/openapi"},\
            {"name":"training","url":"/api/training/openapi"}]\
            """);
  }

  @Test
  void aDocumentComesThroughItsServicesRoute() {
    // given
    MEMBERSHIP.answers(200, Map.of("Content-Type", "application/json"), "{\"openapi\":\"3.1.0\"}");
    // then
    assertThat(get("/api/membership/openapi").body()).contains("3.1.0");
  }

  @Test
  void thePageAndAllItNeedsComeFromHere() {
    // given
    var page = get("/api/docs");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    // when
    var needed =
        Pattern.compile("(?:src|href)=\"([^\"]+)\"")
            .matcher(page.body())
            .results()
            .map(found -> found.group(1))
            .toList();
    // then
    assertThat(needed).hasSizeGreaterThan(4).allMatch(address -> address.startsWith("/api/docs/"));
    assertThat(needed).allSatisfy(part -> assertThat(get(part).statusCode()).isEqualTo(200));
  }

  @Test
  void readingIsAllThatCanBeDoneWithIt() {
    // when
    var response = send(post("/api/docs", "{}"));
    // then
    assertProblem(response, 405, "method-not-allowed");
    assertThat(response.headers().firstValue("Allow"))
        .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
  }

  @Test
  void nothingOutsideTheAssetsIsServed() {
    assertProblem(get("/api/docs/assets/application.yml"), 404, "no-such-resource");
    assertProblem(get("/application.yml"), 404, "no-such-resource");
  }
}
