/** What members consent to, and what they ask about their data. */
@NullMarked
package vn.sen.membership.rights;

import org.jspecify.annotations.NullMarked;
