package vn.sen.chassis.command;

import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;

/** Answers to commands: version as ETag, and the token with which a reader sees her own write. */
public final class CommandAnswers {

  /**
   * Request and answer header: {@code <aggregates>:<id>@<version>}, in requests a comma separated
   * list of them.
   */
  public static final String CONSISTENCY = "Sen-Consistency";

  private CommandAnswers() {}

  /** The body of an answer; a replay gives the same. */
  public record Done(UUID id, long version) {}

  /**
   * 201 for a new aggregate.
   *
   * @param path of the collection, without a slash at its end
   */
  public static ResponseEntity<Done> created(Committed committed, String path) {
    return created(committed, path, new Done(committed.id(), committed.version()));
  }

  /** 201 with a body of its own. */
  public static <T> ResponseEntity<T> created(Committed committed, String path, T body) {
    return ResponseEntity.created(URI.create(path + "/" + committed.id()))
        .eTag(Long.toString(committed.version()))
        .header(CONSISTENCY, committed.consistencyToken())
        .body(body);
  }

  /** 200 for a changed aggregate. */
  public static ResponseEntity<Done> changed(Committed committed) {
    return changed(committed, new Done(committed.id(), committed.version()));
  }

  /** 200 with a body of its own. */
  public static <T> ResponseEntity<T> changed(Committed committed, T body) {
    return ResponseEntity.ok()
        .eTag(Long.toString(committed.version()))
        .header(CONSISTENCY, committed.consistencyToken())
        .body(body);
  }
}
