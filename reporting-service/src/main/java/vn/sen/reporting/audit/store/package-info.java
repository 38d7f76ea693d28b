/** How the audit trail is kept, added to and checked. */
@NullMarked
package vn.sen.reporting.audit.store;

import org.jspecify.annotations.NullMarked;
