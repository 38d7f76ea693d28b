package vn.sen.embedded;

/**
 * Where changes are written before they are acknowledged. A change is handed over after it was made
 * in memory, changes of one document in their order.
 */
interface Journal extends AutoCloseable {
  /** Keeps nothing: for a store in memory. */
  Journal NONE =
      new Journal() {
        @Override
        public void put(String map, Key key, byte[] document) {}

        @Override
        public void remove(String map, Key key) {}

        @Override
        public void drop(String map) {}

        @Override
        public void awaitWritten() {}

        @Override
        public void close() {}
      };

  /** The document at this place is now this one. */
  void put(String map, Key key, byte[] document);

  /** There is no document at this place any more. */
  void remove(String map, Key key);

  /** The whole collection is gone. */
  void drop(String map);

  /**
   * Returns when all that was handed over before is in the file, so that it survives the end of
   * this process. Several callers share one write.
   *
   * @throws de.bwaldvogel.mongo.exception.MongoServerError when the file cannot be written
   */
  void awaitWritten();

  @Override
  void close();
}
