package vn.sen.reporting.reading.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** A record takes the parameters that bear its components' names. */
class QuestionParametersTest {

  private final MockMvc quick =
      standaloneSetup(new Questions()).setCustomArgumentResolvers(new QuestionParameters()).build();
  private final MockMvc withoutSpring =
      standaloneSetup(new Questions())
          .setCustomArgumentResolvers(new QuestionParameters(new Unasked()))
          .build();
  private final MockMvc springs = standaloneSetup(new Questions()).build();

  @Test
  void readsWhatIsAsked() throws Exception {
    withoutSpring
        .perform(get("/?unit=54&asOf=2023-10-30&side=RIGHT&most=7"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.unit").value("54"))
        .andExpect(jsonPath("$.asOf").value("2023-10-30"))
        .andExpect(jsonPath("$.side").value("RIGHT"))
        .andExpect(jsonPath("$.most").value(7));
  }

  @Test
  void leavesOutWhatIsAbsent() throws Exception {
    withoutSpring
        .perform(get("/?unit=54"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.asOf").value(nullValue()))
        .andExpect(jsonPath("$.side").value(nullValue()))
        .andExpect(jsonPath("$.most").value(nullValue()));
  }

  @ParameterizedTest
  @CsvSource({
    "asOf=2023-10-30, unit",
    "unit=54&asOf=30.10.2023, asOf",
    "unit=54&side=UP, side",
    "unit=54&most=many, most",
  })
  void namesTheFieldThatIsWrong(String query, String field) throws Exception {
    quick
        .perform(get(URI.create("/?" + query)))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value(field));
  }

  @ParameterizedTest
  @CsvSource({
    "unit=",
    "unit=54&asOf=",
    "unit=54&side=",
    "unit=54&most=",
    "unit=54&unit=55",
    "unit=54&asOf=2023-10-30&asOf=2023-10-31",
    "unit=%20B%E1%BA%AFc%20",
    "unit=54&most=007&other=1",
  })
  void answersAsSpringWould(String query) throws Exception {
    var expected = springs.perform(get(URI.create("/?" + query))).andReturn().getResponse();

    quick
        .perform(get(URI.create("/?" + query)))
        .andExpect(status().is(expected.getStatus()))
        .andExpect(
            result ->
                assertThat(result.getResponse().getContentAsString())
                    .isEqualTo(expected.getContentAsString()));
  }

  @Test
  void takesNoHeaderForAParameter() throws Exception {
    quick
        .perform(get("/").header("Unit", "54"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("unit"));
    quick
        .perform(get("/?unit=54&unit=55").header("As-Of", "2023-10-30"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.asOf").value(nullValue()));
  }

  private static final class Unasked implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return true;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      throw new AssertionError("nothing is wrong with this question");
    }
  }

  enum Side {
    LEFT,
    RIGHT
  }

  record Question(
      @NotNull String unit,
      @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
      @Nullable Side side,
      @Nullable Integer most) {}

  @RestController
  static class Questions {

    @GetMapping("/")
    Question asked(@Valid @ParameterObject Question question) {
      return question;
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, String> invalid(MethodArgumentNotValidException e) {
      return Map.of("field", e.getFieldErrors().getFirst().getField());
    }
  }
}
