package vn.sen.local.demo;

import java.util.function.Supplier;

/**
 * The two people who load the demo: what moves figures is proposed by one and approved by the
 * other.
 *
 * @param author gives an access token that is valid now
 * @param approver gives somebody else's
 */
public record Loaders(Supplier<String> author, Supplier<String> approver) {}
