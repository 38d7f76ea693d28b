package vn.sen.membership.voice;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.privacy.DataKeys;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.Stored;
import vn.sen.events.membership.VoiceKind;

/** What may be asked of the voices that a member raised: to see all of them, and to erase them. */
@Component
public class VoiceRecords {

  private final AggregateStore<Voice> store;
  private final DataKeys keys;

  VoiceRecords(AggregateStore<Voice> store, DataKeys keys) {
    this.store = store;
    this.keys = keys;
  }

  /**
   * What is held about a voice of hers.
   *
   * @param subject the code of the subject area
   * @param answers what she was answered, in order
   */
  public record HeldVoice(
      UUID id,
      UUID unitId,
      VoiceKind kind,
      String subject,
      LocalDate raisedOn,
      @Nullable String text,
      List<String> answers) {

    private static HeldVoice of(Stored<Voice> stored) {
      var matter = stored.state().matter();
      return new HeldVoice(
          stored.id(),
          matter.unitId(),
          matter.kind(),
          matter.subject(),
          matter.raisedOn(),
          matter.text(),
          stored.state().rounds().stream()
              .map(Round::answer)
              .filter(Objects::nonNull)
              .map(Round.Answer::text)
              .filter(Objects::nonNull)
              .toList());
    }
  }

  /** The voices she raised. */
  public List<HeldVoice> held(UUID member) {
    return raisedBy(member).stream().map(HeldVoice::of).toList();
  }

  /**
   * Empties the voices she raised and destroys their keys. Safe to repeat, so that whoever was cut
   * off asks again.
   *
   * @param by the command to each of the voices
   */
  public void forget(UUID member, LocalDate on, Function<UUID, CommandContext> by) {
    for (var voice : raisedBy(member)) {
      store.change(voice.id(), by.apply(voice.id()), known -> known.erase(on));
      keys.destroy(voice.id());
    }
  }

  private List<Stored<Voice>> raisedBy(UUID member) {
    var found =
        store
            .documents()
            .find(Filters.eq("ix." + VoiceConfiguration.MEMBER, member))
            .sort(Sorts.ascending("_id"))
            .into(new ArrayList<>());
    return store.stored(found);
  }
}
