/** One page with the API documents of all services. */
@NullMarked
package vn.sen.gateway.docs;

import org.jspecify.annotations.NullMarked;
