package vn.sen.reporting.issuance;

import java.util.List;

/**
 * By which rules figures were counted. A counting rule that changes is another version of its view;
 * how rows are summed and what a report shows changes with the service's version only.
 *
 * @param service the version of the reporting service
 * @param views the names of the views, sorted, with the version of their rules from the second on:
 *     {@code lending@2}
 */
public record RuleVersion(String service, List<String> views) {

  /** Where classes run that were not packaged. */
  private static final String UNPACKAGED = "unpackaged";

  public RuleVersion {
    views = List.copyOf(views);
  }

  /** The rules of this program. */
  public static RuleVersion present(List<String> views) {
    var version = RuleVersion.class.getPackage().getImplementationVersion();
    return new RuleVersion(version == null ? UNPACKAGED : version, views);
  }
}
