package vn.sen.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;

/** Somebody's access token, asked for anew before the last one is over. */
public final class RenewedToken implements Supplier<String> {

  private static final Duration LEFT = Duration.ofMinutes(1);

  private final LocalTokens tokens;
  private final LocalTokens.Kind kind;
  private final String name;
  private String token = "";
  private long renewAt = System.nanoTime();

  public RenewedToken(LocalTokens tokens, LocalTokens.Kind kind, String name) {
    this.tokens = tokens;
    this.kind = kind;
    this.name = name;
  }

  /**
   * A token that is valid for a while.
   *
   * @throws UncheckedIOException if the platform gives none
   */
  @Override
  public synchronized String get() {
    if (System.nanoTime() - renewAt >= 0) {
      try {
        var fresh = tokens.of(kind, name);
        token = fresh.value();
        renewAt = System.nanoTime() + fresh.life().minus(LEFT).toNanos();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while asking for a token", e);
      }
    }
    return token;
  }
}
