package vn.sen.membership.memberimport;

import java.util.List;

/**
 * Why a row cannot be imported. The value itself is not kept: the officer has it in her file.
 *
 * @param row the line in the file
 * @param column the heading of the column at fault, or "" where no single one is
 * @param rule the rule broken, whose text is looked up when the list is shown
 * @param arguments values for the text
 */
record RowError(long row, String column, String rule, List<String> arguments) {}
