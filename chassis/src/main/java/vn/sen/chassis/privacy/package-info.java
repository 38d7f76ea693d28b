/**
 * Personal data at rest: a key for each person, wrapped by a key that configuration gives; keyed
 * hashes to search by what is encrypted.
 */
@NullMarked
package vn.sen.chassis.privacy;

import org.jspecify.annotations.NullMarked;
