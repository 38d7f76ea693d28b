package vn.sen.local.demo.dataset;

/** How a person is entered; the wire names of the import's column joinKind. */
public enum Registration {
  ADMITTED,
  MOVED_IN
}
