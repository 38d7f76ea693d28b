/** Themes: rules, and the whole way from HTTP to Kafka. */
@NullMarked
package vn.sen.training.theme;

import org.jspecify.annotations.NullMarked;
