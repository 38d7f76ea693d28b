/** Who may come in: whom the issuer vouches for. */
@NullMarked
package vn.sen.gateway.access;

import org.jspecify.annotations.NullMarked;
