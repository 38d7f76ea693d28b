/** Views rebuilt from the log, beside reading alone and beside Kafka Streams. */
@NullMarked
package vn.sen.benchmarks.rebuild;

import org.jspecify.annotations.NullMarked;
