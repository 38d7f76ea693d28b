@NullMarked
package vn.sen.lending.statement;

import org.jspecify.annotations.NullMarked;
