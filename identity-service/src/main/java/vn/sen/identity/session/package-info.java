/** Sign-in sessions that were ended before their time. */
@NullMarked
package vn.sen.identity.session;

import org.jspecify.annotations.NullMarked;
