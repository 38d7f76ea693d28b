/**
 * Reports that have not changed are answered from what the gateway keeps, once the service said so.
 */
@NullMarked
package vn.sen.gateway.report;

import org.jspecify.annotations.NullMarked;
