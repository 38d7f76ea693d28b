/** Bulk import of members from CSV and XLSX files: dry run, row errors, resumable execution. */
@NullMarked
package vn.sen.membership.memberimport;

import org.jspecify.annotations.NullMarked;
