/**
 * The published language of Sen: what the services tell each other, and how it looks on the wire.
 */
@NullMarked
package vn.sen.events;

import org.jspecify.annotations.NullMarked;
