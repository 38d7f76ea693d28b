package vn.sen.gateway.docs;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import vn.sen.gateway.GatewaySettings;

/**
 * The page under {@code /api/docs}; each service's document is fetched through the service's own
 * route.
 */
@RestController
class ApiDocs implements WebFluxConfigurer {

  /**
   * Nothing from elsewhere, so that the page also works without the internet; Swagger UI styles
   * inline.
   */
  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'";

  private final List<Document> documents;
  private final String swaggerUi;

  ApiDocs(GatewaySettings settings, @Value("${sen.gateway.swagger-ui-version}") String version) {
    this.documents =
        settings.routes().keySet().stream()
            .sorted()
            .map(context -> new Document(context, "/api/" + context + "/openapi"))
            .toList();
    this.swaggerUi = "classpath:/META-INF/resources/webjars/swagger-ui/" + version + "/";
  }

  /** One service's document, as Swagger UI's {@code urls} wants it. */
  record Document(String name, String url) {}

  @GetMapping("/api/docs")
  ResponseEntity<Resource> page() {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_HTML)
        .header("Content-Security-Policy", POLICY)
        .body(new ClassPathResource("vn/sen/gateway/docs/page/index.html"));
  }

  @GetMapping("/api/docs/documents")
  List<Document> documents() {
    return documents;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/api/docs/assets/**")
        .addResourceLocations("classpath:/vn/sen/gateway/docs/page/", swaggerUi)
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)));
  }
}
