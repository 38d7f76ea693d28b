/** Reports through the gateway, beside asking the service directly. */
@NullMarked
package vn.sen.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
