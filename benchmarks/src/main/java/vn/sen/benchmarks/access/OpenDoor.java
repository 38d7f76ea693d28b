package vn.sen.benchmarks.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Caller.Appointment;
import vn.sen.chassis.access.Callers;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.chassis.org.OrgFollower;

/**
 * Stands in a service's place of access control, so that what that costs can be measured: everybody
 * may do everything. It exists on no class path but that of {@link AccessBenchmark}'s services.
 */
@AutoConfiguration
public class OpenDoor {

  private static final Caller ANYBODY =
      new Caller(
          "anybody",
          "bench",
          null,
          Instant.EPOCH,
          List.of(new Appointment(null, Set.of(Role.OFFICER))),
          null,
          null);

  @Bean
  Scope scope(OrgFollower follower) {
    return new Scope(follower::map, _ -> Optional.empty(), Clock.system(BusinessZone.ID));
  }

  @Bean
  WebMvcConfigurer anybody() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(
            new HandlerInterceptor() {
              @Override
              public boolean preHandle(
                  HttpServletRequest request, HttpServletResponse response, Object handler) {
                Callers.remember(request, ANYBODY);
                return true;
              }
            });
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Callers());
      }
    };
  }
}
