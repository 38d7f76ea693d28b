/**
 * Statements: a bank's list of all its loans on a day. It is announced, sent, compared with the
 * platform's loans line by line in the background, and, where somebody decides so, taken as a
 * correction.
 */
@NullMarked
package vn.sen.lending.statement;

import org.jspecify.annotations.NullMarked;
