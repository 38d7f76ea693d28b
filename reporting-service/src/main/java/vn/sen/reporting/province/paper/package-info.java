/**
 * The province report on paper, in the layout of official documents (Nghị định 30/2020/NĐ-CP): as
 * PDF, DOCX and XLSX, the same bytes for the same report.
 */
@NullMarked
package vn.sen.reporting.province.paper;

import org.jspecify.annotations.NullMarked;
