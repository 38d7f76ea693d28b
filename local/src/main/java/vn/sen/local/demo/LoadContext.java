package vn.sen.local.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.sen.local.demo.dataset.Dataset;
import vn.sen.local.demo.dataset.lending.LendingData;
import vn.sen.local.demo.dataset.work.WorkData;

/**
 * What every step of a load needs.
 *
 * @param api the platform, asked by who enters the data
 * @param approver the platform, asked by the other person, who approves what moves figures
 * @param keys begins the idempotency keys: the same for the same data set, so that a second load
 *     repeats nothing
 */
record LoadContext(
    Api api,
    Api approver,
    Dataset data,
    LendingData lending,
    WorkData work,
    Progress progress,
    Workers workers,
    String keys) {

  static LoadContext of(
      Api api,
      Api approver,
      Dataset data,
      LendingData lending,
      WorkData work,
      Progress progress,
      Workers workers) {
    return new LoadContext(
        api,
        approver,
        data,
        lending,
        work,
        progress,
        workers,
        "demo-" + fingerprint(data, lending, work) + "-");
  }

  /** The idempotency key of one command. */
  String key(String step, Object which) {
    return keys + step + "-" + which;
  }

  private static String fingerprint(Dataset data, LendingData lending, WorkData work) {
    try {
      var text =
          data.seed() + " " + data.targets() + " " + lending.targets() + " " + work.targets();
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
