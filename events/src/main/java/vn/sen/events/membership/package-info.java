/** Events of the membership context: org units and redrawings of the map, members, households. */
@NullMarked
package vn.sen.events.membership;

import org.jspecify.annotations.NullMarked;
