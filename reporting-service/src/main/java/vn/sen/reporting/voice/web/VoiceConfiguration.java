package vn.sen.reporting.voice.web;

import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.relay.TopicCheck;
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

  /**
   * Makes the topics where the membership service has not made them yet: the view waits for them.
   */
  @Bean
  SmartInitializingSingleton voiceTopics(TopicCheck topics) {
    return () -> topics.ensure(new VoiceView().topics());
  }

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
