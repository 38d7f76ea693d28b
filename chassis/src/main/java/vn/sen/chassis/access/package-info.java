/**
 * Who may do what: who calls ({@link vn.sen.chassis.access.Caller}), what an endpoint needs ({@link
 * vn.sen.chassis.access.Needs}) and whom a caller's unit covers ({@link
 * vn.sen.chassis.access.Scope}).
 */
@NullMarked
package vn.sen.chassis.access;

import org.jspecify.annotations.NullMarked;
