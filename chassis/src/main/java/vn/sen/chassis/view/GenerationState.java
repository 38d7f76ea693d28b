package vn.sen.chassis.view;

/**
 * How a generation of a view is doing on this instance.
 *
 * @param folds whether this instance knows its rules; otherwise it only shows what others fold
 * @param shown whether it is the one that this instance's readers see
 * @param position up to where its figures are
 * @param read records folded, durable or not
 * @param end records there are, as far as known
 */
public record GenerationState(
    Generation generation,
    boolean folds,
    boolean shown,
    ViewStatus status,
    ViewPosition position,
    long read,
    long end) {}
