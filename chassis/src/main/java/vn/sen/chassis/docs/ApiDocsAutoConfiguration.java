package vn.sen.chassis.docs;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
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
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandContext;

/** The frame of a service's OpenAPI document, the same in all services. */
@AutoConfiguration
public class ApiDocsAutoConfiguration {

  private static final String PROBLEM = "Problem";
  private static final String BEARER = "bearer";

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
        .addSecurityItem(new SecurityRequirement().addList(BEARER))
        .components(
            new Components()
                .addSchemas(PROBLEM, problem())
                .addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")));
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
   * Every operation can answer with a problem. Commands take the headers that {@link
   * CommandContext} is made of and answer with those of {@link CommandAnswers}; a POST that names
   * no aggregate creates one.
   */
  @Bean
  OperationCustomizer commandHeadersAndProblems() {
    return (operation, method) -> {
      operation.getResponses().addApiResponse("default", problemResponse());
      operation.setOperationId(stableId(operation, method));
      describeNeeds(operation, method);
      describeFile(operation, method);
      if (takes(method, parameter -> parameter.getParameterType() == CommandContext.class)) {
        describeCommand(
            operation, takes(method, p -> p.hasParameterAnnotation(PathVariable.class)));
      }
      return operation;
    };
  }

  private static void describeNeeds(Operation operation, HandlerMethod method) {
    var needs = method.getMethodAnnotation(Needs.class);
    if (needs == null) {
      operation.addExtension("x-sen-open", true);
    } else {
      operation.addExtension(
          "x-sen-needs", Arrays.stream(needs.value()).map(Role::name).sorted().toList());
    }
  }

  /**
   * Springdoc numbers methods of the same name in the order in which it meets them, which is not
   * the same everywhere. Methods that share an operation, one for each media type, give it the name
   * that sorts first.
   */
  private static String stableId(Operation operation, HandlerMethod method) {
    var feature = method.getBeanType().getSimpleName().replace("Controller", "");
    var id = feature + "." + method.getMethod().getName();
    var other = operation.getOperationId();
    return other != null && other.startsWith(feature + ".") && other.compareTo(id) < 0 ? other : id;
  }

  /** A file is read from the request itself, where springdoc does not see it. */
  private static void describeFile(Operation operation, HandlerMethod method) {
    var mapping =
        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
    if (mapping == null || !takes(method, p -> p.getParameterType() == HttpServletRequest.class)) {
      return;
    }
    var body = operation.getRequestBody() == null ? new RequestBody() : operation.getRequestBody();
    var content = body.getContent() == null ? new Content() : body.getContent();
    for (String type : mapping.consumes()) {
      content.addMediaType(type, new MediaType().schema(new StringSchema().format("binary")));
    }
    operation.setRequestBody(body.required(true).content(content));
  }

  private static boolean takes(HandlerMethod method, Predicate<MethodParameter> what) {
    return Arrays.stream(method.getMethodParameters()).anyMatch(what);
  }

  private static ApiResponse problemResponse() {
    var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
    return new ApiResponse()
        .description("A problem detail")
        .content(
            new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
  }

  private static void describeCommand(Operation operation, boolean changes) {
    ask(
        operation,
        "Idempotency-Key",
        "Makes the command safe to repeat: the same key and body give the same answer.",
        false);
    var responses = operation.getResponses();
    if (changes) {
      ask(operation, "If-Match", "The ETag last read: 428 without, 412 if it is stale.", true);
    } else if (responses.containsKey("200")) {
      responses.addApiResponse("201", responses.remove("200").description("Created"));
    }
    var done = responses.get(changes ? "200" : "201");
    if (done != null) {
      tell(done, "ETag", "The version now");
      tell(done, CommandAnswers.CONSISTENCY, "Shown to a report, it contains this change.");
    }
    if (done != null && !changes) {
      tell(done, "Location", "Where to read it");
    }
  }

  private static void ask(Operation operation, String name, String description, boolean required) {
    var known = operation.getParameters();
    if (known == null || known.stream().noneMatch(p -> name.equals(p.getName()))) {
      operation.addParametersItem(
          new Parameter()
              .in("header")
              .name(name)
              .description(description)
              .required(required)
              .schema(new StringSchema()));
    }
  }

  private static void tell(ApiResponse response, String name, String description) {
    response.addHeaderObject(
        name, new Header().description(description).schema(new StringSchema()));
  }
}
