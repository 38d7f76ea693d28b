/** Signatures over issued reports: JWS (RFC 7515) with Ed25519 (RFC 8037). */
@NullMarked
package vn.sen.reporting.issuance.sign;

import org.jspecify.annotations.NullMarked;
