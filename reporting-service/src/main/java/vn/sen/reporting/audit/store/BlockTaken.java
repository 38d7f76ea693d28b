package vn.sen.reporting.audit.store;

/** Another instance has added to the chain meanwhile. */
final class BlockTaken extends RuntimeException {

  BlockTaken(String block, Throwable cause) {
    super(block, cause);
  }
}
