/**
 * What two services tell each other and nobody else may read: not events, and not in the catalogue
 * of the shared topics.
 */
@NullMarked
package vn.sen.events.restricted;

import org.jspecify.annotations.NullMarked;
