package vn.sen.reporting.voice.web;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.chassis.view.ViewFactory;
import vn.sen.chassis.view.ViewProperties;
import vn.sen.reporting.reading.web.Freshness;
import vn.sen.reporting.voice.VoiceFigures;
import vn.sen.reporting.voice.VoiceReports;
import vn.sen.reporting.voice.VoiceRow;
import vn.sen.reporting.voice.VoiceView;

/** Puts the view of the voices together. */
@Configuration(proxyBeanMethods = false)
class VoiceConfiguration {

  @Bean
  Serving<VoiceFigures> voiceFigures() {
    return new Serving<>(VoiceFigures::new);
  }

  @Bean
  ViewEngine<VoiceRow> voiceView(ViewFactory views, Serving<VoiceFigures> figures) {
    return views.create(new VoiceView(), figures);
  }

  @Bean
  VoiceReports voiceReports(Serving<VoiceFigures> figures, OrgFollower orgUnits) {
    return new VoiceReports(figures, orgUnits::map);
  }

  @Bean
  Freshness voiceFreshness(
      ViewEngine<VoiceRow> view, OrgFollower orgUnits, ViewProperties properties, Clock clock) {
    return new Freshness(view, orgUnits, Freshness.NO_IMPORTS, properties.consistency(), clock);
  }
}
