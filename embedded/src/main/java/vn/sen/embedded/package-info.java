/**
 * The infrastructure inside the JVM: a real Kafka broker and a server that speaks MongoDB's
 * protocol, both with their data on disk.
 */
@NullMarked
package vn.sen.embedded;

import org.jspecify.annotations.NullMarked;
