/**
 * What the identity context tells the others: who may act where, and whose access ended at once.
 */
@NullMarked
package vn.sen.events.identity;

import org.jspecify.annotations.NullMarked;
