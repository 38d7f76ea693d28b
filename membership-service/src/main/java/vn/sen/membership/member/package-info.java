/**
 * Members: admission, registration, transfers, departures and corrections, on a timeline of stays.
 */
@NullMarked
package vn.sen.membership.member;

import org.jspecify.annotations.NullMarked;
