package vn.sen.gateway.session;

import org.jspecify.annotations.Nullable;

/**
 * What the issuer says of somebody who has just signed in.
 *
 * @param subject who she is
 * @param sid its name for this sign-in, where it gives one
 */
record SignedIn(String subject, @Nullable String sid, Tokens tokens) {}
