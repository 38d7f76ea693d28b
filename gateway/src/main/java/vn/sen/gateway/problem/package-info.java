/** The gateway's own errors as RFC 9457 problem details, in Vietnamese or English. */
@NullMarked
package vn.sen.gateway.problem;

import org.jspecify.annotations.NullMarked;
