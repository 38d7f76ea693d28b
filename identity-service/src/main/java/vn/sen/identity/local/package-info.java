/** What exists on a developer's machine only, behind a secret made for one installation. */
@NullMarked
package vn.sen.identity.local;

import org.jspecify.annotations.NullMarked;
