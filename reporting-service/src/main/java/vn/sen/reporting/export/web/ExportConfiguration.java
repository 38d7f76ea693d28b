package vn.sen.reporting.export.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.reporting.reading.web.Format;
import vn.sen.reporting.reading.web.Representation;

/** Gives every report as JSON, CSV, Excel workbook and PDF, whoever writes its controller. */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

  private static final String REPORTS = "/api/reporting/**";

  @Bean
  Sheaves sheaves(JsonMapper json, @Value("${sen.reporting.simulated:false}") boolean simulated) {
    return new Sheaves(json, simulated);
  }

  @Bean
  WebMvcConfigurer reportFiles(Sheaves sheaves) {
    return new WebMvcConfigurer() {
      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        // behind JSON, which whoever accepts anything gets
        converters.configureMessageConvertersList(
            list ->
                Stream.of(Format.CSV, Format.XLSX, Format.PDF)
                    .map(format -> new ReportFiles(format, sheaves))
                    .forEach(list::add));
      }

      @Override
      public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.of(new Asked()));
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Forms()).addPathPatterns(REPORTS);
      }
    };
  }

  /**
   * Whoever cannot send {@code Accept} says {@code format=}. It is asked for errors, too, so it
   * leaves it to others to refuse a format that there is not.
   */
  private static final class Asked implements ContentNegotiationStrategy {

    private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request)
        throws HttpMediaTypeNotAcceptableException {
      var asked = request.getParameter("format");
      var format = asked == null ? Optional.<Format>empty() : Format.named(asked);
      return format.isPresent()
          ? List.of(format.get().mediaType())
          : header.resolveMediaTypes(request);
    }
  }

  /** One address has several representations, in two languages; another one is refused. */
  private static final class Forms implements HandlerInterceptor {

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      Representation.of(new ServletWebRequest(request));
      response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
      response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
      return true;
    }
  }
}
