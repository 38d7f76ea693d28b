package vn.sen.reporting.audit.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.audit.Entry;
import vn.sen.reporting.audit.Kind;
import vn.sen.reporting.audit.Traced;

/**
 * An entry as clients see it.
 *
 * @param what the event's type, or the operation of the API
 * @param actor the subject of the token, or the process's name; absent where nobody is known
 * @param client the program used; absent for a process
 * @param about the records it concerns
 * @param refusal why it was refused; absent where it was not
 * @param topic with partition and offset the record of the log it is made of
 * @param hash of the chain up to here, hexadecimal
 */
record EntryView(
    Instant at,
    Kind kind,
    String what,
    @Nullable String actor,
    @Nullable String client,
    List<UUID> about,
    Entry.@Nullable Refusal refusal,
    String topic,
    int partition,
    long offset,
    String hash) {

  static EntryView of(Traced traced) {
    var entry = traced.entry();
    return new EntryView(
        entry.at(),
        entry.kind(),
        entry.what(),
        entry.actor(),
        entry.client(),
        entry.about(),
        entry.refusal(),
        traced.partition().topic(),
        traced.partition().number(),
        entry.offset(),
        entry.hash());
  }
}
