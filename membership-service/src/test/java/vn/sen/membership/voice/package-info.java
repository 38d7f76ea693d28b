@NullMarked
package vn.sen.membership.voice;

import org.jspecify.annotations.NullMarked;
