/** Reports that have not changed are answered from here, after the service has said so. */
@NullMarked
package vn.sen.gateway.report;

import org.jspecify.annotations.NullMarked;
