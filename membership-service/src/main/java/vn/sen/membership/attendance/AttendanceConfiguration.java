package vn.sen.membership.attendance;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.sheet.SpooledFiles;

@Configuration(proxyBeanMethods = false)
class AttendanceConfiguration {

  @Bean
  SpooledFiles spooledAttendance() throws IOException {
    return SpooledFiles.named("sen-attendance-lists");
  }
}
