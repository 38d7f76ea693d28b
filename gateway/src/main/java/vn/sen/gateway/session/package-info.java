/** Browsers sign in here: the tokens stay with the gateway, they get a cookie. */
@NullMarked
package vn.sen.gateway.session;

import org.jspecify.annotations.NullMarked;
