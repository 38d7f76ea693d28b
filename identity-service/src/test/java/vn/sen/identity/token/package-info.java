/** Tokens: keys, machine clients, what may not be. */
@NullMarked
package vn.sen.identity.token;

import org.jspecify.annotations.NullMarked;
