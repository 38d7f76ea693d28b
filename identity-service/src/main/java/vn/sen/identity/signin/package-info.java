/** Signing in and out in the browser. */
@NullMarked
package vn.sen.identity.signin;

import org.jspecify.annotations.NullMarked;
