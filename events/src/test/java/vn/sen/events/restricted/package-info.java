/** What two services tell each other, on the wire. */
@NullMarked
package vn.sen.events.restricted;

import org.jspecify.annotations.NullMarked;
