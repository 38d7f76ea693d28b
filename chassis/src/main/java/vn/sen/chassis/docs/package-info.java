/**
 * What every service's OpenAPI document says beside its operations: headers of commands, problems,
 * dates.
 */
@NullMarked
package vn.sen.chassis.docs;

import org.jspecify.annotations.NullMarked;
