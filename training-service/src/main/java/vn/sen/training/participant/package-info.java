/**
 * Who takes part in what the Union organises: participants whom only training knows, and the one
 * place that says of any person where she belongs and as what she takes part.
 */
@NullMarked
package vn.sen.training.participant;

import org.jspecify.annotations.NullMarked;
