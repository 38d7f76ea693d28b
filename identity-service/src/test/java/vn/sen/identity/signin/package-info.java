/** Signing in and out as a browser and a client do it. */
@NullMarked
package vn.sen.identity.signin;

import org.jspecify.annotations.NullMarked;
