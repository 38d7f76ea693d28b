/** Reports as tables, and tables as files: CSV, Excel workbooks and PDF. */
@NullMarked
package vn.sen.reporting.export;

import org.jspecify.annotations.NullMarked;
