/** The OIDC issuer: keys, clients, authorizations and what stands in a token. */
@NullMarked
package vn.sen.identity.token;

import org.jspecify.annotations.NullMarked;
