package vn.sen.reporting.province.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.reporting.province.ProvinceReports;

/** Puts the province report together. */
@Configuration(proxyBeanMethods = false)
class ProvinceConfiguration {

  @Bean
  ProvinceReports provinceReports() {
    return new ProvinceReports();
  }
}
