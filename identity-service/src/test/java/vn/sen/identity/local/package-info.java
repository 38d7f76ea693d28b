/** What exists on a developer's machine only. */
@NullMarked
package vn.sen.identity.local;

import org.jspecify.annotations.NullMarked;
