/** People who sign in, their appointments, and who may manage them. */
@NullMarked
package vn.sen.identity.person;

import org.jspecify.annotations.NullMarked;
