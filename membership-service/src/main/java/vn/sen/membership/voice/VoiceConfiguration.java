package vn.sen.membership.voice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.sen.chassis.consume.EventConsumers;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VoiceConfiguration.Parameters.class)
class VoiceConfiguration {

  /** How soon voices are answered, by dated rules, and by which subject areas they are sorted. */
  @ConfigurationProperties("sen.membership.voices")
  record Parameters(List<VoiceTerms.Deadline> deadlines, List<VoiceTerms.Subject> subjects) {}

  static final String STATE = "state";

  /** Below {@code ix}: all units it has come to. */
  static final String UNITS = "units";

  static final String OWNER = "owner";

  /** Below {@code ix}: the last day for the present, or last, answer. */
  static final String DUE = "due";

  static final String KIND_OF_VOICE = "kind";
  static final String SUBJECT = "subject";
  static final String MEMBER = "member";
  static final String BUNDLE = "bundle";

  private static final AggregateKind<Voice> KIND =
      new AggregateKind<Voice>(
              "voice",
              "voices",
              Topic.VOICES,
              MembershipEvents.SOURCE,
              MembershipEvents.CATALOG,
              Voice.class,
              VoiceConfiguration::index,
              _ -> List.of(),
              List.of(
                  List.of(DUE),
                  List.of(UNITS, DUE),
                  List.of(OWNER, STATE, DUE),
                  List.of(MEMBER),
                  List.of(BUNDLE)))
          .withSecrets(
              "/matter/text",
              "/rounds/*/reason",
              "/rounds/*/route/*/reason",
              "/rounds/*/answer/text");

  private static Map<String, ?> index(Voice voice) {
    var index = new HashMap<String, Object>();
    index.put(STATE, voice.state().name());
    index.put(UNITS, voice.units());
    index.put(OWNER, voice.owner());
    index.put(DUE, voice.last().dueOn().toString());
    index.put(KIND_OF_VOICE, voice.matter().kind().name());
    index.put(SUBJECT, voice.matter().subject());
    index.put(MEMBER, voice.matter().memberId());
    index.put(BUNDLE, voice.bundle());
    return index;
  }

  @Bean
  AggregateStore<Voice> voiceStore(AggregateStores stores) {
    return stores.open(KIND);
  }

  @Bean
  VoiceTerms voiceTerms(Parameters parameters) {
    return new VoiceTerms(parameters.deadlines(), parameters.subjects());
  }

  /**
   * Bound to the voices' events; the name is the one in {@code spring.cloud.function.definition}.
   */
  @Bean
  Consumer<Message<?>> likenesses(EventConsumers consumers, Bundles handler) {
    return consumers.consumer(Bundles.GROUP, MembershipEvents.CATALOG, handler);
  }
}
