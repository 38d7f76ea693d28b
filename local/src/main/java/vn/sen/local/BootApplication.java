package vn.sen.local;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

/**
 * A Spring Boot application in a class loader of its own. It is spoken to in types of the JDK
 * alone, because the gateway's Spring is not ours.
 */
final class BootApplication implements AutoCloseable {
  private final ClassLoader loader;
  private final Closeable context;

  private BootApplication(ClassLoader loader, Closeable context) {
    this.loader = loader;
    this.context = context;
  }

  /**
   * Starts it and returns when it serves requests. Its threads inherit the loader as their context
   * class loader.
   *
   * @throws StartFailed with the application's own exception as its cause
   */
  static BootApplication start(ClassLoader loader, String mainClass, List<String> arguments) {
    return with(
        loader,
        () -> {
          try {
            var main = loader.loadClass(mainClass);
            var context =
                loader
                    .loadClass("org.springframework.boot.SpringApplication")
                    .getMethod("run", Class.class, String[].class)
                    .invoke(null, main, arguments.toArray(String[]::new));
            return new BootApplication(loader, (Closeable) context);
          } catch (InvocationTargetException e) {
            throw new StartFailed(loader.getName(), e.getCause());
          } catch (ReflectiveOperationException e) {
            throw new StartFailed(loader.getName(), e);
          }
        });
  }

  @Override
  public void close() throws IOException {
    with(
        loader,
        () -> {
          context.close();
          return true;
        });
  }

  private static <T, E extends Exception> T with(ClassLoader loader, Action<T, E> action) throws E {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return action.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private interface Action<T, E extends Exception> {
    T run() throws E;
  }
}
