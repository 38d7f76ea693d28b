/** What happens to members makes officers look at loans, and leaves groups without a leader. */
@NullMarked
package vn.sen.lending.review;

import org.jspecify.annotations.NullMarked;
