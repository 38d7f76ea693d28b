/** How jobs are taken on, left and taken over. */
@NullMarked
package vn.sen.chassis.job;

import org.jspecify.annotations.NullMarked;
