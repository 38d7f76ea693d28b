/** The platform as one process: its commands, its data folder, and what runs in it. */
@NullMarked
package vn.sen.local;

import org.jspecify.annotations.NullMarked;
