package vn.sen.chassis.docs;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import vn.sen.chassis.command.CommandContext;

/** The frame of a service's OpenAPI document, the same in all services. */
@AutoConfiguration
public class ApiDocsAutoConfiguration {

  private static final String PROBLEM = "Problem";

  @Bean
  OpenAPI openApi(@Value("${sen.api.title:${spring.application.name}}") String title) {
    return new OpenAPI()
        .info(
            new Info()
                .title(title)
                .version("1")
                .description(
                    "JSON in camelCase, dates ISO 8601, money whole đồng. Errors are problem"
                        + " details (RFC 9457), in Vietnamese or English by Accept-Language.")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")))
        .servers(List.of(new Server().url("/").description("Through the gateway")))
        .components(new Components().addSchemas(PROBLEM, problem()));
  }

  private static Schema<?> problem() {
    var error =
        new ObjectSchema()
            .addProperty("pointer", new StringSchema().description("JSON pointer, or ?parameter"))
            .addProperty("detail", new StringSchema());
    return new ObjectSchema()
        .addProperty("type", new StringSchema().format("uri").description("stable"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("errors", new ArraySchema().items(error));
  }

  /**
   * Every operation can answer with a problem; commands take the headers that {@link
   * CommandContext} is made of.
   */
  @Bean
  OperationCustomizer commandHeadersAndProblems() {
    return (operation, method) -> {
      operation
          .getResponses()
          .addApiResponse(
              "default",
              new ApiResponse()
                  .description("A problem detail")
                  .content(
                      new Content()
                          .addMediaType(
                              "application/problem+json",
                              new MediaType()
                                  .schema(
                                      new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
      var parameters = method.getMethod().getParameterTypes();
      if (Arrays.asList(parameters).contains(CommandContext.class)) {
        addCommandHeaders(operation);
      }
      return operation;
    };
  }

  private static void addCommandHeaders(Operation operation) {
    operation
        .addParametersItem(
            header(
                "Idempotency-Key",
                "Makes the command safe to repeat: the same key and body give the same answer."))
        .addParametersItem(
            header("If-Match", "The ETag last read; required to change what exists (428, 412)."))
        .addParametersItem(header("Sen-Actor", "Who does it, for the history."));
  }

  private static Parameter header(String name, String description) {
    return new Parameter()
        .in("header")
        .name(name)
        .description(description)
        .schema(new StringSchema());
  }
}
