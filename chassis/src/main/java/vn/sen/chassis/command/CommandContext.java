package vn.sen.chassis.command;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.access.Caller;
import vn.sen.events.Cause;

/**
 * Who sends a command, under which idempotency key and against which version. Controllers take it
 * as an argument.
 *
 * @param actor who is written into the history
 * @param caller who sent it; null where an event or an import caused it
 * @param commandId the same for every attempt under one key; random where the client gave no key
 * @param bodyHash digest of the body, so that a key used for another body is noticed
 * @param version the version the client saw, null where it named none
 * @param process whether the command is decided against any version, because an event or an import
 *     caused it
 * @param traceparent the W3C trace context, or null
 */
public record CommandContext(
    String actor,
    @Nullable Caller caller,
    UUID commandId,
    String bodyHash,
    @Nullable Long version,
    boolean process,
    @Nullable String traceparent) {

  /** A command of a client; without a key every attempt is a command of its own. */
  public static CommandContext of(
      Caller caller,
      String route,
      @Nullable String key,
      String bodyHash,
      OptionalLong version,
      @Nullable String traceparent) {
    var id =
        key == null
            ? UUID.randomUUID()
            : derive(caller.client() + "/" + caller.subject(), route, key);
    return new CommandContext(
        caller.subject(),
        caller,
        id,
        bodyHash,
        version.isPresent() ? version.getAsLong() : null,
        false,
        traceparent);
  }

  /**
   * A command that an event or an import causes.
   *
   * @param process the process's name, also written into the history
   * @param key what makes the command the same when it is tried again
   */
  public static CommandContext process(String process, String key) {
    return new CommandContext(process, null, derive(process, "", key), "", null, true, null);
  }

  /**
   * The same, but the command is decided only against the version that was seen.
   *
   * @param version the version it changes; any other one refuses it as stale
   */
  public static CommandContext process(String process, String key, long version) {
    return new CommandContext(process, null, derive(process, "", key), "", version, false, null);
  }

  /**
   * The same command, decided against whatever version there is: what is told has a place of its
   * own in the aggregate's history, so it does not matter which version its sender saw.
   */
  public CommandContext againstAnyVersion() {
    return new CommandContext(actor, caller, commandId, bodyHash, null, true, traceparent);
  }

  /**
   * The same command with a body that was not read with the request: a file.
   *
   * @param digest of the file and of whatever else makes the command another one
   */
  public CommandContext withBody(String digest) {
    return new CommandContext(actor, caller, commandId, digest, version, process, traceparent);
  }

  /** A command that this one causes for another aggregate; it is decided against any version. */
  public CommandContext causing(UUID id) {
    return new CommandContext(actor, caller, id, "", null, true, traceparent);
  }

  /**
   * Who sent it.
   *
   * @throws IllegalStateException if nobody did, but an event or an import caused it
   */
  public Caller sender() {
    if (caller == null) {
      throw new IllegalStateException("Nobody sent this command: " + actor);
    }
    return caller;
  }

  /** What its events say of where they come from. */
  public Cause cause() {
    return new Cause(actor, caller == null ? null : caller.client(), traceparent);
  }

  /**
   * The id of the aggregate this command creates: a retry after a crash finds what the first
   * attempt made.
   */
  public UUID newId() {
    return commandId;
  }

  /**
   * The version the client changes.
   *
   * @throws VersionRequired if it named none (428)
   */
  public long requiredVersion() {
    if (version == null) {
      throw new VersionRequired();
    }
    return version;
  }

  /** A UUID (version 8) that depends on nothing but the parts. */
  public static UUID derive(String... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      var bytes = ByteBuffer.wrap(digest.digest());
      long high = (bytes.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
      long low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
