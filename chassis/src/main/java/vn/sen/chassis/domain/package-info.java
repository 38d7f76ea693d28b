/** What domain code may use of the chassis: plain Java, no framework. */
@NullMarked
package vn.sen.chassis.domain;

import org.jspecify.annotations.NullMarked;
