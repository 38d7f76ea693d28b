/** People: rules, and the whole way from HTTP and Kafka to Kafka. */
@NullMarked
package vn.sen.identity.person;

import org.jspecify.annotations.NullMarked;
