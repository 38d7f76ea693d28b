package vn.sen.chassis.view;

import com.mongodb.client.MongoDatabase;

/**
 * Makes views that read the service's broker and keep their checkpoints in the service's database.
 */
public final class ViewFactory {

  private final MongoDatabase database;
  private final String bootstrap;
  private final String service;

  ViewFactory(MongoDatabase database, String bootstrap, String service) {
    this.database = database;
    this.bootstrap = bootstrap;
    this.service = service;
  }

  /**
   * A view that starts with the application; all instances of the service share its partitions.
   *
   * @param figures what readers see
   */
  public <K, F extends ViewReader<K>> ViewEngine<K> create(
      ViewDefinition<K> view, Serving<F> figures) {
    return new ViewEngine<>(
        view,
        figures,
        database,
        ViewSettings.of(bootstrap, ViewSettings.group(service, view.name())));
  }

  /** Reads the log that the views are made of. */
  public LogReader log() {
    return new LogReader(bootstrap, service + ".log");
  }

  /** Folds views from the log beside those in service. */
  public LogReplay replay() {
    return new LogReplay(log(), service);
  }
}
