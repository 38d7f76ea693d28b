/**
 * What is on record beside the events of the domain: what was read, what was refused, what was done
 * without an event of its own. Ids and names of operations only, never what was read or looked for.
 */
@NullMarked
package vn.sen.events.audit;

import org.jspecify.annotations.NullMarked;
