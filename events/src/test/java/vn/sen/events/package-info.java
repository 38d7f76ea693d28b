@NullMarked
package vn.sen.events;

import org.jspecify.annotations.NullMarked;
