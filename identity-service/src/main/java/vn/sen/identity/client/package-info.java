/** Machine clients: banks, and dashboards. */
@NullMarked
package vn.sen.identity.client;

import org.jspecify.annotations.NullMarked;
