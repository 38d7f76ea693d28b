/** Who may use the platform, and how that is shown: one package a feature. */
@NullMarked
package vn.sen.identity;

import org.jspecify.annotations.NullMarked;
