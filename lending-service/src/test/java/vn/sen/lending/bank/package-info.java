/** Banks: rules, and the whole way from HTTP to Kafka. */
@NullMarked
package vn.sen.lending.bank;

import org.jspecify.annotations.NullMarked;
