/**
 * Certificates: issued to who passed a closed class, printed, checked by anybody who holds the
 * paper, revoked. A certificate keeps the name on it by itself, encrypted under its own key.
 */
@NullMarked
package vn.sen.training.certificate;

import org.jspecify.annotations.NullMarked;
