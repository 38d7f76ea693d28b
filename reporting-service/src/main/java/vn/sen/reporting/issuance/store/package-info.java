/** Where issued reports are kept, and how they are made again. */
@NullMarked
package vn.sen.reporting.issuance.store;

import org.jspecify.annotations.NullMarked;
